// What every page and its host say to each other, whatever else they say. Shared by both sides.

/** Sent by a page that has been loaded, also again after it was hidden: it shows nothing yet. */
export const readyMessage = { type: 'ready' } as const;

export function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === readyMessage.type;
}

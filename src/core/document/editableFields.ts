/** What of a document's metadata the user may put right. */
export const EDITABLE_FIELDS = ['title', 'speaker', 'role', 'occasion', 'date', 'level'] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

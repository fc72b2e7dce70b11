export type ServiceErrorCode =
  | 'bad-request' // the parameters are not those of the method
  | 'unknown-method'
  | 'not-available' // this service was opened without what the method needs
  | 'index-damaged' // rebuild the index
  | 'internal';

/** An error a caller of `SpeechService` can act on; crosses threads and pipes as `{code, message}`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;

  constructor(code: ServiceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

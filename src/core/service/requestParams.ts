import { ServiceError } from './serviceError.ts';

/**
 * Parameters of a request as they come over a wire: of unknown shape until read. The readers below give the value of a name,
 * `undefined` where there is none, and throw a `ServiceError` that names the parameter where the value is not what it should be.
 */
export type RequestParams = Readonly<Record<string, unknown>>;

/** The value of a required text parameter. */
export function text(params: RequestParams, name: string): string {
  const value = params[name];
  if (typeof value !== 'string') throw new ServiceError('bad-request', `参数 ${name} 应为文本`);
  return value;
}

export function optionalText(params: RequestParams, name: string): string | undefined {
  return params[name] === undefined ? undefined : text(params, name);
}

export function texts(params: RequestParams, name: string): readonly string[] | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value;
  throw new ServiceError('bad-request', `参数 ${name} 应为一组文本`);
}

/** The value of an optional parameter that is a non-negative integer: a limit or an offset. */
export function count(params: RequestParams, name: string): number | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new ServiceError('bad-request', `参数 ${name} 应为非负整数`);
}

export function flag(params: RequestParams, name: string): boolean | undefined {
  const value = params[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw new ServiceError('bad-request', `参数 ${name} 应为 true 或 false`);
}

export function choice<T extends string>(params: RequestParams, name: string, values: readonly T[]): T | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  if (values.includes(value as T)) return value as T;
  throw new ServiceError('bad-request', `参数 ${name} 应为 ${values.join('、')} 之一`);
}

export function choices<T extends string>(
  params: RequestParams,
  name: string,
  values: readonly T[],
): readonly T[] | undefined {
  const chosen = texts(params, name);
  if (chosen === undefined || chosen.every(value => values.includes(value as T)))
    return chosen as readonly T[] | undefined;
  throw new ServiceError('bad-request', `参数 ${name} 应取自 ${values.join('、')}`);
}

/** `{ [name]: value }`, or `{}` if there is no value, as `exactOptionalPropertyTypes` demands. */
export function optional<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
}

/** @throws ServiceError: the required parameter `name` is missing */
export function missing(name: string): never {
  throw new ServiceError('bad-request', `缺少参数 ${name}`);
}

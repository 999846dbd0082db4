export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isString) : [];
}

export const ABC_CLASSES = ['A', 'B', 'C'] as const;
export type AbcClass = (typeof ABC_CLASSES)[number];

export const CLASS_COLORS: Readonly<Record<AbcClass, string>> = {
  A: 'var(--class-a)',
  B: 'var(--class-b)',
  C: 'var(--class-c)',
};

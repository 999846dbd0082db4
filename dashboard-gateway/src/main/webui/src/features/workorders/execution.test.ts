import { expect, it } from 'vitest';
import { materialsFor, type Execution, type Material } from './execution';

function material(name: string, quantityRequired: number | null): Material {
  return {
    componentItemId: name,
    sku: name,
    name,
    uom: 'g',
    quantityRequired,
    quantityRemaining: quantityRequired,
    quantityIssued: 0,
    variancePercent: null,
  };
}

const EXECUTION: Execution = {
  asOf: '2026-06-30T12:00:00Z',
  bomId: 'bill',
  quantityPlanned: 300,
  materials: [material('flour', 100), material('tape', null)],
};

it('shares the bill out over what was made, exactly to what the ledger holds', () => {
  expect(materialsFor(EXECUTION, 30).map(({ name, quantityRequired }) => [name, quantityRequired])).toEqual([
    ['flour', 10],
  ]);
  expect(materialsFor(EXECUTION, 1)[0]?.quantityRequired).toBe(0.333333);
});

it('has nothing to share out for a plan of nothing', () => {
  expect(materialsFor({ ...EXECUTION, quantityPlanned: 0 }, 5)).toEqual([]);
});

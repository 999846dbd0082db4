import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../shared/api';
import { list, number, object, optional, string } from '../../shared/decode';
import { QUERY, queryKey } from '../../shared/queryKeys';

/** How an order stands against its bill of materials and the stock. */

export interface Material {
  readonly componentItemId: string;
  readonly sku: string;
  readonly name: string;
  readonly uom: string;
  /** For the whole plan; null, like the next, where the bill does not name the item. */
  readonly quantityRequired: number | null;
  readonly quantityRemaining: number | null;
  readonly quantityIssued: number;
  /** Issued against what the output so far takes; null where nothing is expected. */
  readonly variancePercent: number | null;
}

export interface Execution {
  readonly asOf: string;
  readonly bomId: string | null;
  readonly quantityPlanned: number;
  readonly materials: readonly Material[];
}

const amount = optional(number);

const decodeExecution = object<Execution>({
  asOf: string,
  bomId: optional(string),
  quantityPlanned: number,
  materials: list(
    object<Material>({
      componentItemId: string,
      sku: string,
      name: string,
      uom: string,
      quantityRequired: amount,
      quantityRemaining: amount,
      quantityIssued: number,
      variancePercent: amount,
    }),
  ),
});

export function executionQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrderExecution, id]),
    queryFn: ({ signal }) => api.get(`/work-orders/${id}/execution`, decodeExecution, signal),
  });
}

export interface RequiredLine {
  readonly componentItemId: string;
  readonly quantityOnHand: number;
  /** What remains to be issued and is not on hand. */
  readonly quantityShort: number;
}

export interface Requirements {
  readonly lines: readonly RequiredLine[];
}

const decodeRequirements = object<Requirements>({
  lines: list(
    object<RequiredLine>({ componentItemId: string, quantityOnHand: number, quantityShort: number }),
  ),
});

export function requirementsQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrderExecution, id, 'requirements']),
    queryFn: ({ signal }) => api.get(`/work-orders/${id}/requirements`, decodeRequirements, signal),
  });
}

/** What the bill says goes into `made` of the output; what it does not name has no share. */
export function materialsFor({ materials, quantityPlanned }: Execution, made: number): readonly Material[] {
  return quantityPlanned <= 0
    ? []
    : materials.flatMap((material) =>
        material.quantityRequired === null
          ? []
          : [
              {
                ...material,
                quantityRequired: Number(((material.quantityRequired / quantityPlanned) * made).toFixed(6)),
              },
            ],
      );
}

import { list, number, object, optional, orElse, string } from '../../shared/decode';

export interface Amount {
  readonly uom: string;
  readonly quantity: number;
}

export interface ProductionSummary {
  readonly asOf: string;
  readonly zone: string;
  readonly workOrders: Readonly<Record<WorkOrderCount, number>>;
  readonly today: { readonly date: string; readonly output: readonly Amount[] };
  readonly last7Days: {
    readonly from: string;
    readonly to: string;
    readonly output: readonly Amount[];
    readonly scrap: readonly Amount[];
    readonly yieldPercent: number | null;
    /** Where more than one unit was made, there is a yield for each and none for all. */
    readonly yieldByUom: readonly { readonly uom: string; readonly percent: number | null }[];
  };
  readonly onTimePercent: number | null;
}

export type WorkOrderCount =
  'draft' | 'released' | 'inProgress' | 'completed' | 'closed' | 'canceled' | 'open' | 'overdue';

export interface VolumeDay {
  readonly date: string;
  readonly uom: string;
  readonly good: number;
  readonly scrap: number;
}

export interface SkuTotal {
  readonly itemId: string;
  readonly sku: string;
  readonly name: string;
  readonly uom: string;
  readonly quantity: number;
}

/** What was consumed of an item, and what the bills of materials of what was made expected; null where unknown. */
export interface MaterialUse extends SkuTotal {
  readonly expectedQuantity: number | null;
  readonly variancePercent: number | null;
}

export interface WipStatus {
  readonly status: string;
  readonly workOrders: number;
  readonly quantityPlanned: readonly Amount[];
}

export interface ProductionOverview {
  readonly asOf: string;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly volumeTrend: readonly VolumeDay[];
  readonly topBottomSkus: { readonly top: readonly SkuTotal[]; readonly bottom: readonly SkuTotal[] };
  readonly wipStatus: readonly WipStatus[];
  readonly materialsConsumed: readonly MaterialUse[];
}

const amounts = orElse(list(object<Amount>({ uom: string, quantity: number })), []);
const skuTotal = { itemId: string, sku: string, name: string, uom: string, quantity: number };
const sku = object<SkuTotal>(skuTotal);
const none = orElse(number, 0);

type UomYield = ProductionSummary['last7Days']['yieldByUom'][number];

export const decodeSummary = object<ProductionSummary>({
  asOf: string,
  zone: string,
  workOrders: object<ProductionSummary['workOrders']>({
    draft: none,
    released: none,
    inProgress: none,
    completed: none,
    closed: none,
    canceled: none,
    open: none,
    overdue: none,
  }),
  today: object<ProductionSummary['today']>({ date: string, output: amounts }),
  last7Days: object<ProductionSummary['last7Days']>({
    from: string,
    to: string,
    output: amounts,
    scrap: amounts,
    yieldPercent: optional(number),
    yieldByUom: orElse(list(object<UomYield>({ uom: string, percent: optional(number) })), []),
  }),
  onTimePercent: optional(number),
});

export const decodeOverview = object<ProductionOverview>({
  asOf: string,
  zone: string,
  from: string,
  to: string,
  volumeTrend: list(object<VolumeDay>({ date: string, uom: string, good: number, scrap: none })),
  topBottomSkus: object<ProductionOverview['topBottomSkus']>({ top: list(sku), bottom: list(sku) }),
  wipStatus: list(object<WipStatus>({ status: string, workOrders: number, quantityPlanned: amounts })),
  materialsConsumed: orElse(
    list(
      object<MaterialUse>({
        ...skuTotal,
        expectedQuantity: optional(number),
        variancePercent: optional(number),
      }),
    ),
    [],
  ),
});

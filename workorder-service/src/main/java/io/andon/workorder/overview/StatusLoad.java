package io.andon.workorder.overview;

import io.andon.workorder.order.WorkOrderStatus;
import java.util.List;

/** The orders in a status, and what they are to make. */
record StatusLoad(WorkOrderStatus status, long workOrders, List<UomQuantity> quantityPlanned) {}

package io.andon.events;

/** Why stock moved. */
public enum MovementType {
    /** Stock that was there when the ledger began. */
    OPENING,
    RECEIPT,
    SHIPMENT,
    CUSTOMER_RETURN,
    SUPPLIER_RETURN,
    /** From one location to another: the lines of an item sum to zero. */
    TRANSFER,
    /** The difference that a stock count found. */
    COUNT,
    ADJUSTMENT,
    /** Material consumed by a work order. */
    WO_ISSUE,
    /** Good output of a work order. */
    WO_PRODUCTION,
    WO_SCRAP
}

/** The pages of what is in stock, and what its metrics say. */
export const inventoryRoutes = [] as const;

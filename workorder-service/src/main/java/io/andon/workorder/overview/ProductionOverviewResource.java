package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code GET /production-overview}, whole and panel by panel. */
@Tag(name = "Production")
@Path("/production-overview")
@RolesAllowed("viewer")
public class ProductionOverviewResource {

    private final PanelReader reader;
    private final VolumeTrend volumeTrend;
    private final TopBottomSkus topBottomSkus;
    private final WipStatus wipStatus;
    private final MaterialsConsumed materialsConsumed;

    ProductionOverviewResource(
            PanelReader reader,
            VolumeTrend volumeTrend,
            TopBottomSkus topBottomSkus,
            WipStatus wipStatus,
            MaterialsConsumed materialsConsumed) {
        this.reader = reader;
        this.volumeTrend = volumeTrend;
        this.topBottomSkus = topBottomSkus;
        this.wipStatus = wipStatus;
        this.materialsConsumed = materialsConsumed;
    }

    @Operation(
            summary = "All panels of the overview",
            description = "Days are the tenant's, both bounds inclusive. Figures are per unit. Each answer here has an "
                    + "`ETag` that changes when the figures do: 304 to an `If-None-Match` that names it.")
    @GET
    public RestResponse<ProductionOverview> all(@BeanParam OverviewFilter filter) {
        return reader.read(filter, this::overview);
    }

    @Operation(summary = "Output by day, week or month")
    @GET
    @Path("/volume-trend")
    public RestResponse<PanelAnswer<List<Volume>>> volumeTrend(@BeanParam OverviewFilter filter) {
        return reader.answer(filter, volumeTrend);
    }

    @Operation(summary = "Of which items most and least was made", description = "Five each, per unit.")
    @GET
    @Path("/top-bottom-skus")
    public RestResponse<PanelAnswer<TopBottomSkus.TopBottom>> topBottomSkus(@BeanParam OverviewFilter filter) {
        return reader.answer(filter, topBottomSkus);
    }

    @Operation(summary = "Open orders by status", description = "As they stood at the end of the period.")
    @GET
    @Path("/wip-status")
    public RestResponse<PanelAnswer<List<StatusLoad>>> wipStatus(@BeanParam OverviewFilter filter) {
        return reader.answer(filter, wipStatus);
    }

    @Operation(
            summary = "What orders consumed",
            description = "With the variance against their bills of materials; null without a bill, and where a "
                    + "location is asked for.")
    @GET
    @Path("/materials-consumed")
    public RestResponse<PanelAnswer<List<MaterialUse>>> materialsConsumed(@BeanParam OverviewFilter filter) {
        return reader.answer(filter, materialsConsumed);
    }

    private ProductionOverview overview(TenantTransaction tx, OverviewScope scope) {
        return new ProductionOverview(
                scope.asOf(),
                scope.settings().zone(),
                scope.from(),
                scope.to(),
                volumeTrend.of(tx, scope),
                topBottomSkus.of(tx, scope),
                wipStatus.of(tx, scope),
                materialsConsumed.of(tx, scope));
    }
}

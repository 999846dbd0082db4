package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class TenantIsolationIT {

    private final RunningStack stack;
    private Workshop owner;
    private Tenant stranger;

    TenantIsolationIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void setUp() {
        owner = stack.newTenant().workshop();
        stranger = stack.newTenant();
    }

    @Test
    void answersForAnotherTenantsThingsAsIfTheyDidNotExist() {
        Api curious = stranger.as("admin");

        curious.get("/work-orders/" + owner.order()).expectProblem(404);
        curious.get("/items/" + owner.flour()).expectProblem(404);
        curious.get("/locations/" + owner.store()).expectProblem(404);
        curious.post("/work-orders/" + owner.order() + "/release", "{}").expectProblem(404);
        curious.get("/work-orders/" + UUID.randomUUID()).expectProblem(404);
        owner.bake(curious, 1).expectProblem(404);
        assertThat(owner.quantityCompleted()).isZero();
    }

    @Test
    void listsNothingOfAnotherTenant() {
        Api curious = stranger.as("admin");

        for (String list : new String[] {"/items", "/locations", "/work-orders", "/inventory/balances"}) {
            assertThat(curious.get(list).expect(200).json().path("data"))
                    .as(list)
                    .isEmpty();
            assertThat(owner.tenant().as("viewer").get(list).expect(200).json().path("data"))
                    .as(list)
                    .isNotEmpty();
        }
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        String good = stack.token(owner.tenant().id(), "planner");
        String tampered = good.substring(0, good.length() - 6) + (good.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        String expired = stack.expiredToken(owner.tenant().id(), "planner");
        URI gateway = stack.gateway();

        for (String token : new String[] {"", tampered, expired, "nonsense"}) {
            Api nobody = new Api(gateway, token);
            for (String path :
                    new String[] {"/events", "/events/stats", "/work-orders", "/metrics/abc-classification"}) {
                assertThat(nobody.get(path).status())
                        .as("%s with token '%s'", path, token)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void givesAForeignPositionNothingButTheCallersOwnEvents() {
        // Given: an id of the owner's stream, with an event after it.
        String foreignId;
        try (EventStream stream = owner.tenant().subscribe()) {
            foreignId = stream.ready().id();
        }
        owner.bake(3).expect(201);
        Workshop own = stranger.workshop();

        // When
        try (EventStream forged = stranger.resume(foreignId)) {
            own.bake(4).expect(201);
            forged.await(
                    "own production",
                    frame -> frame.event().equals("production:changed")
                            && frame.content().path("workOrderId").asText().equals(own.order()));

            // Then
            assertThat(forged.events())
                    .extracting(frame -> frame.content().path("workOrderId").asText())
                    .doesNotContain(owner.order());
        }
    }

    @Test
    void letsEachRoleDoWhatItMayAndNoMore() {
        Tenant tenant = owner.tenant();

        tenant.as("viewer").get("/work-orders").expect(200);
        owner.bake(tenant.as("viewer"), 1).expectProblem(403);
        owner.bake(tenant.as("operator"), 1).expect(201);
        tenant.as("operator")
                .post("/locations", "{\"code\": \"X\", \"name\": \"X\"}")
                .expectProblem(403);
        tenant.as("operator").post("/metrics/job/trigger", "{}").expectProblem(403);
        tenant.as("planner")
                .post("/locations", "{\"code\": \"X\", \"name\": \"X\"}")
                .expect(201);
    }
}

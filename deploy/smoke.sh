#!/bin/sh
# Asks a running Andon to do what it is for: a token, an open stream, a batch posted, its frames, the metrics
# recalculated, their four frames. The same for compose, the local stack and native executables; ends with 0 when all
# of it worked. It leaves two items, a location and a work order behind, named after the moment.
#
#   ANDON=http://localhost:8080              the gateway
#   ANDON_USER=planner@alder-street          a planner, ANDON_PASSWORD=demo
#   ANDON_HEALTH="http://localhost:9080 …"   management addresses to ask for health and meters, where they are reachable
set -eu

ANDON=${ANDON:-http://localhost:8080}
ANDON_USER=${ANDON_USER:-planner@alder-street}
ANDON_PASSWORD=${ANDON_PASSWORD:-demo}
ANDON_HEALTH=${ANDON_HEALTH:-}
PATIENCE=${PATIENCE:-30}

mark=$(date +%s)-$$
stream=$(mktemp)
stream_pid=
calls=0
trap '[ -z "$stream_pid" ] || kill "$stream_pid"; rm -f "$stream"' EXIT
trap 'exit 1' INT TERM

ok()   { printf 'ok    %s\n' "$*"; }
fail() { printf 'FAIL  %s\n' "$*" >&2; exit 1; }

# The first text value of a field of the JSON on stdin.
text() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }

first() { printf %s "$1" | tr ',' '\n' | text "$2"; }

get()  { answer=$(curl -sS --fail-with-body -H "Authorization: Bearer $token" "$ANDON$1") || fail "GET $1: $answer"; }
post() {
  calls=$((calls + 1))
  answer=$(curl -sS --fail-with-body -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: smoke-$mark-$calls" -d "$2" "$ANDON$1") || fail "POST $1: $answer"
}
create() { post "$@"; id=$(first "$answer" id); [ -n "$id" ] || fail "POST $1 answered no id: $answer"; }

# Each frame that has come, as one line: its type and its data.
frames() { awk '/^event:/ { type = $2 } /^data:/ { print type, $0 }' "$stream"; }

# Runs a command until it succeeds.
await() {
  what=$1; shift
  waited=0
  until "$@"; do
    [ "$waited" -lt "$PATIENCE" ] || fail "$what did not come within $PATIENCE s; the stream: $(frames)"
    sleep 1
    waited=$((waited + 1))
  done
}

for management in $ANDON_HEALTH; do
  curl -sS -f "$management/q/health/ready" | grep -q '"UP"' || fail "$management is not ready"
  curl -sS -f "$management/q/metrics" | grep -q '^jvm_\|^process_' || fail "$management has no meters"
  ok "$management is ready and measured"
done

config=$(curl -sS --fail-with-body "$ANDON/app/config.json") || fail "$ANDON/app/config.json: $config"
issuer=$(first "$config" issuer)
discovery=$(curl -sS -f "$issuer/.well-known/openid-configuration") || fail "the issuer $issuer does not answer"
endpoint=$(first "$discovery" token_endpoint)
answer=$(curl -sS --fail-with-body "$endpoint" -d grant_type=password -d client_id=andon-cli \
  -d "username=$ANDON_USER" -d "password=$ANDON_PASSWORD") || fail "$endpoint: $answer"
token=$(first "$answer" access_token)
ok "a token for $ANDON_USER from $issuer"

curl -sS "$ANDON/app/overview" | grep -q '<div id="root">' || fail "the dashboard's page is not there"
ok "the dashboard's page"

status=$(curl -s -o /dev/null -w '%{http_code}' "$ANDON/work-orders")
[ "$status" = 401 ] || fail "without a token /work-orders answers $status instead of 401"
ok "401 without a token"

create /locations "{\"code\": \"SMOKE-$mark\", \"name\": \"Smoke test\"}"
place=$id
create /items "{\"sku\": \"SMOKE-RAW-$mark\", \"name\": \"Smoke test, raw\", \"type\": \"raw\", \"baseUom\": \"kg\",
  \"standardCost\": 0.5, \"currency\": \"EUR\"}"
raw=$id
create /items "{\"sku\": \"SMOKE-OUT-$mark\", \"name\": \"Smoke test, output\", \"type\": \"finished\",
  \"baseUom\": \"pcs\", \"standardCost\": 2, \"currency\": \"EUR\"}"
output=$id
create /work-orders "{\"outputItemId\": \"$output\", \"quantityPlanned\": 10}"
order=$id
post "/work-orders/$order/release" '{}'
post /inventory/movements "{\"movementType\": \"OPENING\", \"occurredAt\": \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",
  \"lines\": [{\"itemId\": \"$raw\", \"locationId\": \"$place\", \"qtyDelta\": 100}]}"
ok "work order $order is released, its material in stock"

curl -sSN -H "Authorization: Bearer $token" "$ANDON/events" >"$stream" &
stream_pid=$!
is_ready() { frames | grep -q '^system.ready '; }
await system.ready is_ready
ok "the stream is open"

post "/work-orders/$order/record-batch" "{
  \"consumeLines\": [{\"componentItemId\": \"$raw\", \"fromLocationId\": \"$place\", \"quantity\": 5}],
  \"produceLines\": [{\"outputItemId\": \"$output\", \"toLocationId\": \"$place\", \"quantity\": 2}]}"
batch_frames() { frames | grep "$order" | cut -d ' ' -f 1 | grep -v '^workorder:changed$' | tr '\n' ' '; }
expected='inventory.work_order.batch.posted workorder:completed production:changed '
has_batch() { [ "$(batch_frames)" = "$expected" ]; }
await "the batch's three frames" has_batch
ok "a batch: $expected"

get "/work-orders/$order"
printf %s "$answer" | grep -q '"quantityCompleted" *: *2[,.}]' || fail "the order does not show the batch: $answer"
ok "the order shows it"

post /metrics/job/trigger '{}'
run=$(first "$answer" runId)
metrics() { frames | grep '^metrics:updated ' | grep "$run" | sed 's/.*"metric":"\([^"]*\)".*/\1/' | sort | tr '\n' ' '; }
all='abc_classification inventory_aging slow_dead_stock turns_doi '
has_metrics() { [ "$(metrics)" = "$all" ]; }
await "metrics:updated of run $run, four times" has_metrics
get "/metrics/runs/$run"
[ "$(first "$answer" status)" = published ] || fail "the run is not published: $answer"
ok "metrics:updated: $all"

echo "Andon at $ANDON works."

package dev.drumbeat.incentives.grpc;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import jakarta.inject.Singleton;

/** The audit trail, with money left out for those who may not read it; disclosures are for everybody. */
@Singleton
final class MoneyAudit {
    private static final String DISCLOSED = "incentives.disclosed";

    private final AuditReading trail;
    private final Access access;

    MoneyAudit(AuditReading trail, Access access) {
        this.trail = trail;
        this.access = access;
    }

    ListAuditEventsResponse list(ListAuditEventsRequest request) {
        ListAuditEventsResponse response = trail.list(request);
        if (request.getPartnership().isEmpty()) {
            return response;
        }
        Scope scope = access.scope(request.getPartnership());
        if (scope.may(Activity.READ_MONEY)) {
            return response;
        }
        ListAuditEventsResponse.Builder shown =
                ListAuditEventsResponse.newBuilder().setNextPageToken(response.getNextPageToken());
        response.getAuditEventsList().forEach(event -> shown.addAuditEvents(withoutMoney(event)));
        return shown.build();
    }

    private static AuditEvent withoutMoney(AuditEvent event) {
        return event.getAction().equals(DISCLOSED)
                ? event
                : event.toBuilder()
                        .clearBeforeJson()
                        .clearAfterJson()
                        .clearReason()
                        .build();
    }
}

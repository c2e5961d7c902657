package dev.drumbeat.platform.endpoint;

import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.AuditFilter;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;

/** The method {@code ListAuditEvents} that every contract has. */
public final class AuditReading {
    private final AuditTrail trail;
    private final Access access;

    public AuditReading(AuditTrail trail, Access access) {
        this.trail = trail;
        this.access = access;
    }

    /** One page of a partnership's trail, or of the installation's when none is named. */
    public ListAuditEventsResponse list(ListAuditEventsRequest request) {
        PageTokens pages = PageTokens.of(request);
        AuditFilter filter = new AuditFilter(
                request.getSubject(),
                request.getAction(),
                request.getActor(),
                request.hasFrom() ? Wire.instant(request.getFrom()) : null,
                request.hasUntil() ? Wire.instant(request.getUntil()) : null);
        Page<AuditEvent> page = request.getPartnership().isEmpty()
                ? trail.listInstallation(CallerContext.current(), filter, pages.wanted())
                : trail.list(access.scope(request.getPartnership()), filter, pages.wanted());
        ListAuditEventsResponse.Builder response =
                ListAuditEventsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(event -> response.addAuditEvents(Wire.auditEvent(event)));
        return response.build();
    }
}

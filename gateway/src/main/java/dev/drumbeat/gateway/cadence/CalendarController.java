package dev.drumbeat.gateway.cadence;

import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.gateway.services.ServiceSettings;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedResponse;
import io.grpc.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's meetings for their calendar program, by the secret of the address and nothing else: no cookie is read, and the
 * secret opens nothing besides. What is unknown, expired or revoked is not there.
 */
@RestController
final class CalendarController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    private final ServiceClient<CadenceServiceFutureStub> cadence;
    private final long limitMillis;

    CalendarController(ServiceClient<CadenceServiceFutureStub> cadence, ServiceSettings settings) {
        this.cadence = cadence;
        this.limitMillis = settings.requestLimit().toMillis();
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        if (!SECRET.matcher(secret).matches()) {
            throw Problem.NOT_FOUND.raised();
        }
        ReadCalendarFeedResponse feed = read(secret);
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Disposition", "inline; filename=\"drumbeat.ics\"")
                .header("X-Robots-Tag", "noindex");
        if (!feed.getEtag().isEmpty()) {
            response.eTag(feed.getEtag());
        }
        return response.body(feed.getCalendar().getBytes(StandardCharsets.UTF_8));
    }

    private ReadCalendarFeedResponse read(String secret) {
        ReadCalendarFeedRequest question =
                ReadCalendarFeedRequest.newBuilder().setSecret(secret).build();
        try {
            return cadence.callAsGateway(
                    Deadline.after(limitMillis, TimeUnit.MILLISECONDS), stub -> stub.readCalendarFeed(question));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.UNAUTHENTICATED || refusal.reason() == Reason.NOT_FOUND) {
                throw Problem.NOT_FOUND.raised();
            }
            throw refusal;
        } catch (ServiceFault fault) {
            throw Problem.unreachable(fault).raised();
        }
    }
}

package dev.drumbeat.gateway.exports;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceSettings;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.ExportFormat;
import dev.drumbeat.proto.cadence.v1.ExportMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ExportMinutesResponse;
import io.grpc.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Minutes as files to keep, as the service wrote them: Markdown, or CSV that no spreadsheet takes for formulas. */
@RestController
final class MinutesController {
    private static final Pattern MEETING = Pattern.compile("[A-Za-z0-9@_-]{1,120}");

    private final ServiceClient<CadenceServiceFutureStub> cadence;
    private final long limitMillis;

    MinutesController(ServiceClient<CadenceServiceFutureStub> cadence, ServiceSettings settings) {
        this.cadence = cadence;
        this.limitMillis = settings.transferLimit().toMillis();
    }

    @GetMapping("/api/partnerships/{slug}/meetings/{meeting}/minutes.md")
    ResponseEntity<byte[]> markdown(
            @PathVariable String slug,
            @PathVariable String meeting,
            @RequestParam(defaultValue = "en") String language,
            @RequestAttribute(Request.ATTRIBUTE) Request asking) {
        return file(slug, meeting, language, ExportFormat.EXPORT_FORMAT_MARKDOWN, asking);
    }

    @GetMapping("/api/partnerships/{slug}/meetings/{meeting}/minutes.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String slug,
            @PathVariable String meeting,
            @RequestParam(defaultValue = "en") String language,
            @RequestAttribute(Request.ATTRIBUTE) Request asking) {
        return file(slug, meeting, language, ExportFormat.EXPORT_FORMAT_CSV, asking);
    }

    private ResponseEntity<byte[]> file(
            String slug, String meeting, String language, ExportFormat format, Request asking) {
        asking.person();
        if (!MEETING.matcher(meeting).matches()) {
            throw Problem.NOT_FOUND.raised();
        }
        ExportMinutesRequest question = ExportMinutesRequest.newBuilder()
                .setName(Names.partnership(slug) + "/meetings/" + meeting)
                .setFormat(format)
                .setLanguage(language)
                .build();
        ExportMinutesResponse file = cadence.call(
                asking.within(Deadline.after(limitMillis, TimeUnit.MILLISECONDS)),
                stub -> stub.exportMinutes(question));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.getContentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.getFileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.getContent().getBytes(StandardCharsets.UTF_8));
    }
}

package dev.drumbeat.gateway.imports;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.http.HttpSettings;
import dev.drumbeat.gateway.http.LimitedBody;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.gateway.services.ServiceSettings;
import dev.drumbeat.proto.kpis.v1.ImportHeader;
import dev.drumbeat.proto.kpis.v1.ImportMode;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a file of figures in, row by row reported, all or nothing. */
@RestController
final class ImportController {
    private final Imports imports;
    private final long limitBytes;
    private final Duration limit;
    private final Problem tooLarge;

    ImportController(Imports imports, HttpSettings http, ServiceSettings services) {
        this.imports = imports;
        this.limitBytes = http.importBytes();
        this.limit = services.transferLimit();
        this.tooLarge = new Problem(
                413,
                "FILE_TOO_LARGE",
                "File too large",
                "A file may have at most " + limitBytes / (1024 * 1024) + " MB. Split it and import the parts.");
    }

    @PostMapping(path = "/api/partnerships/{slug}/imports", consumes = "text/csv")
    Map<String, Object> take(
            @PathVariable String slug,
            @RequestParam String mode,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestAttribute(Request.ATTRIBUTE) Request asking,
            HttpServletRequest request)
            throws IOException {
        asking.subject();
        ImportHeader.Builder header = ImportHeader.newBuilder().setPartnership(Names.partnership(slug));
        switch (mode) {
            case "preview" -> header.setMode(ImportMode.IMPORT_MODE_PREVIEW);
            case "commit" -> header.setMode(ImportMode.IMPORT_MODE_COMMIT).setRequestId(required(key));
            default -> throw new Problem(400, "MODE_UNKNOWN", "Unknown mode", "mode is preview or commit.").raised();
        }
        if (request.getContentLengthLong() > limitBytes) {
            throw tooLarge.raised();
        }
        try (InputStream file = new LimitedBody(request.getInputStream(), limitBytes, tooLarge, limit)) {
            ImportReport report = imports.run(asking, header.build(), file);
            return ReportView.of(report, asking.asker());
        }
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new Problem(
                            400,
                            "IDEMPOTENCY_KEY_MISSING",
                            "No Idempotency-Key",
                            "Send a header Idempotency-Key of your choice: repeating it repeats nothing.")
                    .raised();
        }
        return key;
    }
}

package dev.drumbeat.kpis.grpc;

import com.google.protobuf.ByteString;
import dev.drumbeat.kpis.FigureFile;
import dev.drumbeat.kpis.ImportFile;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.proto.kpis.v1.ImportHeader;
import dev.drumbeat.proto.kpis.v1.ImportMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ImportMode;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/** Takes a file in piece by piece, and no more of it than a file may have. */
final class ImportStream implements StreamObserver<ImportMeasurementsRequest> {
    private final Access access;
    private final ImportFile importFile;
    private final StreamObserver<ImportReport> observer;
    private ByteString content = ByteString.EMPTY;
    private @Nullable Scope scope;
    private @Nullable ImportHeader header;

    ImportStream(Access access, ImportFile importFile, StreamObserver<ImportReport> observer) {
        this.access = access;
        this.importFile = importFile;
        this.observer = observer;
    }

    @Override
    public void onNext(ImportMeasurementsRequest part) {
        switch (part.getPartCase()) {
            case HEADER -> begin(part.getHeader());
            case CHUNK -> take(part.getChunk());
            case PART_NOT_SET -> throw headerFirst();
        }
    }

    private void begin(ImportHeader first) {
        if (header != null) {
            throw Refusal.invalid("header", "import.header", "One header, at the beginning.");
        }
        if (first.getMode() != ImportMode.IMPORT_MODE_PREVIEW && first.getMode() != ImportMode.IMPORT_MODE_COMMIT) {
            throw Refusal.invalid(
                    "header.mode", "choice.required", "Choose IMPORT_MODE_PREVIEW or IMPORT_MODE_COMMIT.");
        }
        Scope found = access.scope(first.getPartnership());
        ImportFile.requireRecorder(found);
        scope = found;
        header = first;
    }

    private void take(ByteString chunk) {
        if (header == null) {
            throw headerFirst();
        }
        if (content.size() + chunk.size() > FigureFile.MAX_BYTES) {
            content = ByteString.EMPTY;
            throw Refusal.of(
                    Reason.LIMIT_REACHED,
                    "file.too_large",
                    "A file has at most " + FigureFile.MAX_BYTES / (1024 * 1024) + " MB. Split it.");
        }
        content = content.concat(chunk);
    }

    @Override
    public void onCompleted() {
        if (scope == null || header == null) {
            throw headerFirst();
        }
        byte[] bytes = content.toByteArray();
        ImportFile.Report report = switch (header.getMode()) {
            case IMPORT_MODE_COMMIT -> importFile.commit(scope, request(scope.caller(), header, bytes), bytes);
            case IMPORT_MODE_PREVIEW, IMPORT_MODE_UNSPECIFIED, UNRECOGNIZED -> importFile.preview(scope, bytes);
        };
        observer.onNext(ImportWire.encode(report));
        observer.onCompleted();
    }

    @Override
    public void onError(Throwable gone) {
        content = ByteString.EMPTY;
    }

    private static Request request(Caller caller, ImportHeader header, byte[] content) {
        String hash = Ids.hash(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1));
        return Request.of(caller, header.getRequestId(), "ImportMeasurements:" + header.getPartnership() + ":" + hash);
    }

    private static Refusal headerFirst() {
        return Refusal.invalid("header", "import.header", "The first message is the header.");
    }
}

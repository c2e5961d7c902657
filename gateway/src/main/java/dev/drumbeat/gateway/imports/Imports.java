package dev.drumbeat.gateway.imports;

import com.google.protobuf.ByteString;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.KpisStreams;
import dev.drumbeat.gateway.services.ServiceSettings;
import dev.drumbeat.proto.kpis.v1.ImportHeader;
import dev.drumbeat.proto.kpis.v1.ImportMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import io.grpc.Deadline;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Passes a file on piece by piece, no faster than kpis takes it, so that a large file costs no memory here. */
@Component
final class Imports {
    /** As much as the contract allows in one message. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private final KpisStreams kpis;
    private final long limitMillis;

    Imports(KpisStreams kpis, ServiceSettings settings) {
        this.kpis = kpis;
        this.limitMillis = settings.transferLimit().toMillis();
    }

    ImportReport run(Request request, ImportHeader header, InputStream file) throws IOException {
        Deadline deadline = Deadline.after(limitMillis, TimeUnit.MILLISECONDS);
        return kpis.transfer(request.within(deadline), stub -> {
            BlockingClientCall<ImportMeasurementsRequest, ImportReport> call = stub.importMeasurements();
            try {
                send(call, header, file);
                return call.read();
            } catch (StatusException | RuntimeException | IOException e) {
                call.cancel("not finished", e);
                throw e;
            }
        });
    }

    private static void send(
            BlockingClientCall<ImportMeasurementsRequest, ImportReport> call, ImportHeader header, InputStream file)
            throws IOException, StatusException, InterruptedException {
        boolean wanted = call.write(
                ImportMeasurementsRequest.newBuilder().setHeader(header).build());
        while (wanted) {
            byte[] chunk = file.readNBytes(CHUNK_BYTES);
            if (chunk.length == 0) {
                break;
            }
            wanted = call.write(ImportMeasurementsRequest.newBuilder()
                    .setChunk(ByteString.copyFrom(chunk))
                    .build());
        }
        call.halfClose();
    }
}

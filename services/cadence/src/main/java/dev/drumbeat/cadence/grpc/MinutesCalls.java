package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.MinutesExport;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.ExportMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ExportMinutesResponse;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.Minutes;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;

/** Frozen minutes, to read and as files. */
@Singleton
@Bean(typed = CadencePart.class)
final class MinutesCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final ReadCadence readCadence;
    private final MinutesExport minutesExport;

    MinutesCalls(Table table, ReadCadence readCadence, MinutesExport minutesExport) {
        this.table = table;
        this.readCadence = readCadence;
        this.minutesExport = minutesExport;
    }

    @Override
    public void getMinutes(GetMinutesRequest request, StreamObserver<Minutes> observer) {
        Target target = table.meeting(request.getName());
        ReadCadence.Seen seen = readCadence.minutes(target.scope(), target.id());
        answer(
                observer,
                MeetingWire.minutes(
                        seen, Objects.requireNonNull(seen.meeting().value().minutes())));
    }

    @Override
    public void exportMinutes(ExportMinutesRequest request, StreamObserver<ExportMinutesResponse> observer) {
        Target target = table.meeting(request.getName());
        Validation validation = new Validation();
        MinutesExport.Format format =
                Enums.require(validation, "format", request.getFormat(), MinutesExport.Format.class);
        validation.orRefuse();
        MinutesExport.File file = minutesExport.write(
                readCadence.minutes(target.scope(), target.id()), format, Locale.forLanguageTag(request.getLanguage()));
        answer(
                observer,
                ExportMinutesResponse.newBuilder()
                        .setFileName(file.name())
                        .setContentType(file.contentType())
                        .setContent(file.content())
                        .build());
    }
}

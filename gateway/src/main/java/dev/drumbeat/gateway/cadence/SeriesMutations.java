package dev.drumbeat.gateway.cadence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.CreateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.EndSeriesRequest;
import dev.drumbeat.proto.cadence.v1.RevokeCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.SeriesKind;
import dev.drumbeat.proto.cadence.v1.UpdateSeriesRequest;
import java.util.Map;

/** Series and calendar feeds. */
@DgsComponent
final class SeriesMutations {
    private final CadenceMoves moves;

    SeriesMutations(CadenceMoves moves) {
        this.moves = moves;
    }

    @DgsMutation
    Payload createMeetingSeries(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "series",
                environment,
                input -> CreateSeriesRequest.newBuilder()
                        .setPartnership(Names.partnership(input.text("partnership")))
                        .setKind(input.value("kind", SeriesKind.class))
                        .setDisplayName(input.text("displayName"))
                        .setSchedule(CadenceInput.schedule(input.object("schedule")))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::createSeries);
    }

    @DgsMutation
    Payload updateMeetingSeries(DgsDataFetchingEnvironment environment) {
        return moves.move("series", environment, SeriesMutations::update, CadenceServiceFutureStub::updateSeries);
    }

    @DgsMutation
    Payload endMeetingSeries(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "series",
                environment,
                input -> EndSeriesRequest.newBuilder()
                        .setName(CadenceNames.series(input))
                        .setRevision(CadenceNames.revision(input))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::endSeries);
    }

    @DgsMutation
    Payload createCalendarFeed(DgsDataFetchingEnvironment environment) {
        return moves.answered(
                environment,
                input -> CreateCalendarFeedRequest.newBuilder()
                        .setDisplayName(input.text("displayName"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::createCalendarFeed,
                answer -> Payload.of(
                        answer.getSecret().isEmpty()
                                ? Map.of("feed", answer.getCalendarFeed())
                                : Map.of(
                                        "feed",
                                        answer.getCalendarFeed(),
                                        "path",
                                        "/calendar/" + answer.getSecret() + ".ics")));
    }

    @DgsMutation
    Payload revokeCalendarFeed(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "feed",
                environment,
                input -> RevokeCalendarFeedRequest.newBuilder()
                        .setName(CadenceNames.feed(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::revokeCalendarFeed);
    }

    private static UpdateSeriesRequest update(Input input) {
        UpdateSeriesRequest.Builder command = UpdateSeriesRequest.newBuilder()
                .setName(CadenceNames.series(input))
                .setRevision(CadenceNames.revision(input))
                .setDisplayName(input.text("displayName"))
                .setReason(input.text("reason"))
                .setRequestId(input.text("requestId"));
        if (input.has("schedule")) {
            command.setSchedule(CadenceInput.schedule(input.object("schedule")));
        }
        return command.build();
    }
}

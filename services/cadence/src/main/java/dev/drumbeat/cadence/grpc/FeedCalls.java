package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.KeepFeeds;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CalendarFeed;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedResponse;
import dev.drumbeat.proto.cadence.v1.ListCalendarFeedsRequest;
import dev.drumbeat.proto.cadence.v1.ListCalendarFeedsResponse;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedResponse;
import dev.drumbeat.proto.cadence.v1.RevokeCalendarFeedRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** Private calendar feeds. */
@Singleton
@Bean(typed = CadencePart.class)
final class FeedCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final KeepFeeds keepFeeds;

    FeedCalls(KeepFeeds keepFeeds) {
        this.keepFeeds = keepFeeds;
    }

    @Override
    public void createCalendarFeed(
            CreateCalendarFeedRequest request, StreamObserver<CreateCalendarFeedResponse> observer) {
        KeepFeeds.Made made = keepFeeds.create(CallerContext.current(), Requests.of(request), request.getDisplayName());
        answer(
                observer,
                CreateCalendarFeedResponse.newBuilder()
                        .setCalendarFeed(FeedWire.feed(made.feed()))
                        .setSecret(made.secret())
                        .build());
    }

    @Override
    public void listCalendarFeeds(
            ListCalendarFeedsRequest request, StreamObserver<ListCalendarFeedsResponse> observer) {
        PageTokens pages = PageTokens.of(request);
        Page<dev.drumbeat.cadence.CalendarFeed> page = Page.of(keepFeeds.list(CallerContext.current()), pages.wanted());
        answer(
                observer,
                ListCalendarFeedsResponse.newBuilder()
                        .addAllCalendarFeeds(
                                page.items().stream().map(FeedWire::feed).toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void revokeCalendarFeed(RevokeCalendarFeedRequest request, StreamObserver<CalendarFeed> observer) {
        answer(
                observer,
                FeedWire.feed(keepFeeds.revoke(CallerContext.current(), Requests.of(request), request.getName())));
    }

    @Override
    public void readCalendarFeed(ReadCalendarFeedRequest request, StreamObserver<ReadCalendarFeedResponse> observer) {
        CallerContext.requireService("gateway");
        String text = keepFeeds.read(request.getSecret());
        answer(
                observer,
                ReadCalendarFeedResponse.newBuilder()
                        .setCalendar(text)
                        .setEtag(Ids.hash(text))
                        .build());
    }
}

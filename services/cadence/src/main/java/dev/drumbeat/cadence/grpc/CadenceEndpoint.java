package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.CalendarFeed;
import dev.drumbeat.cadence.CallerMay;
import dev.drumbeat.cadence.Changed;
import dev.drumbeat.cadence.Commitment;
import dev.drumbeat.cadence.DeliverMail;
import dev.drumbeat.cadence.EditAgenda;
import dev.drumbeat.cadence.KeepCommitments;
import dev.drumbeat.cadence.KeepFeeds;
import dev.drumbeat.cadence.KeepSeries;
import dev.drumbeat.cadence.MailMessage;
import dev.drumbeat.cadence.Meeting;
import dev.drumbeat.cadence.MeetingState;
import dev.drumbeat.cadence.MinutesExport;
import dev.drumbeat.cadence.Names;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.RecordPast;
import dev.drumbeat.cadence.RunMeeting;
import dev.drumbeat.cadence.SeriesKind;
import dev.drumbeat.cadence.TakeNotes;
import dev.drumbeat.cadence.agenda.ItemState;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.proto.cadence.v1.AddCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.AddItemRequest;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceRequest;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceResponse;
import dev.drumbeat.proto.cadence.v1.CadenceChange;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CancelMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CloseItemRequest;
import dev.drumbeat.proto.cadence.v1.CompleteCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedResponse;
import dev.drumbeat.proto.cadence.v1.CreateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.DropCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.EndSeriesRequest;
import dev.drumbeat.proto.cadence.v1.ExportMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ExportMinutesResponse;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.LeaveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ListCalendarFeedsRequest;
import dev.drumbeat.proto.cadence.v1.ListCalendarFeedsResponse;
import dev.drumbeat.proto.cadence.v1.ListCommitmentsRequest;
import dev.drumbeat.proto.cadence.v1.ListCommitmentsResponse;
import dev.drumbeat.proto.cadence.v1.ListMailRequest;
import dev.drumbeat.proto.cadence.v1.ListMailResponse;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsResponse;
import dev.drumbeat.proto.cadence.v1.ListMyWeekRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.ListSeriesRequest;
import dev.drumbeat.proto.cadence.v1.ListSeriesResponse;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleRequest;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleResponse;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedResponse;
import dev.drumbeat.proto.cadence.v1.RecordPastMeetingRequest;
import dev.drumbeat.proto.cadence.v1.RemoveDecisionRequest;
import dev.drumbeat.proto.cadence.v1.ReopenCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.ReopenItemRequest;
import dev.drumbeat.proto.cadence.v1.RevokeCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.SelectItemRequest;
import dev.drumbeat.proto.cadence.v1.Series;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import dev.drumbeat.proto.cadence.v1.UpdateCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.UpdateDecisionRequest;
import dev.drumbeat.proto.cadence.v1.UpdateItemRequest;
import dev.drumbeat.proto.cadence.v1.UpdateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.WatchCadenceRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The contract's methods: each decodes, asks one use case, encodes. Long because the contract is one service. */
@Singleton
final class CadenceEndpoint extends CadenceServiceGrpc.CadenceServiceImplBase {
    private static final int MAX_BATCH = 100;
    private static final Duration MAX_RANGE = Duration.ofDays(400);
    private static final Duration MAX_WEEK = Duration.ofDays(31);

    private final Access access;
    private final KeepSeries keepSeries;
    private final ReadCadence readCadence;
    private final RunMeeting runMeeting;
    private final EditAgenda editAgenda;
    private final TakeNotes takeNotes;
    private final KeepCommitments keepCommitments;
    private final RecordPast recordPast;
    private final KeepFeeds keepFeeds;
    private final MinutesExport minutesExport;
    private final DeliverMail mail;
    private final AuditReading trail;
    private final WatchStreams watches;
    private final Feed<Changed> feed;
    private final Clock clock;

    CadenceEndpoint(
            Access access,
            KeepSeries keepSeries,
            ReadCadence readCadence,
            RunMeeting runMeeting,
            EditAgenda editAgenda,
            TakeNotes takeNotes,
            KeepCommitments keepCommitments,
            RecordPast recordPast,
            KeepFeeds keepFeeds,
            MinutesExport minutesExport,
            DeliverMail mail,
            AuditReading trail,
            WatchStreams watches,
            Feed<Changed> feed,
            Clock clock) {
        this.access = access;
        this.keepSeries = keepSeries;
        this.readCadence = readCadence;
        this.runMeeting = runMeeting;
        this.editAgenda = editAgenda;
        this.takeNotes = takeNotes;
        this.keepCommitments = keepCommitments;
        this.recordPast = recordPast;
        this.keepFeeds = keepFeeds;
        this.minutesExport = minutesExport;
        this.mail = mail;
        this.trail = trail;
        this.watches = watches;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Page<KeepSeries.Seen> page = cut(keepSeries.list(scope), pages.wanted());
        answer(
                observer,
                ListSeriesResponse.newBuilder()
                        .addAllSeries(
                                page.items().stream().map(ScheduleWire::series).toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void createSeries(CreateSeriesRequest request, StreamObserver<Series> observer) {
        Scope scope = access.scope(request.getPartnership());
        Validation validation = new Validation();
        SeriesKind kind = Enums.require(validation, "kind", request.getKind(), SeriesKind.class);
        validation.orRefuse();
        answer(
                observer,
                ScheduleWire.series(keepSeries.create(
                        scope,
                        Requests.of(request),
                        kind,
                        request.getDisplayName(),
                        ScheduleWire.wish(request.getSchedule()))));
    }

    @Override
    public void updateSeries(UpdateSeriesRequest request, StreamObserver<Series> observer) {
        Names.Child name = Names.Child.parse(request.getName(), Names.SERIES);
        Scope scope = access.scope(name.partnership(), request.getName());
        answer(
                observer,
                ScheduleWire.series(keepSeries.update(
                        scope,
                        Requests.of(request),
                        name.id(),
                        request.getRevision(),
                        request.getDisplayName(),
                        request.hasSchedule()
                                ? Optional.of(ScheduleWire.wish(request.getSchedule()))
                                : Optional.empty(),
                        request.getReason())));
    }

    @Override
    public void endSeries(EndSeriesRequest request, StreamObserver<Series> observer) {
        Names.Child name = Names.Child.parse(request.getName(), Names.SERIES);
        Scope scope = access.scope(name.partnership(), request.getName());
        answer(
                observer,
                ScheduleWire.series(keepSeries.end(
                        scope, Requests.of(request), name.id(), request.getRevision(), request.getReason())));
    }

    @Override
    public void previewSchedule(PreviewScheduleRequest request, StreamObserver<PreviewScheduleResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        answer(
                observer,
                ScheduleWire.preview(
                        keepSeries.preview(scope, ScheduleWire.wish(request.getSchedule()), request.getCount())));
    }

    @Override
    public void listMeetings(ListMeetingsRequest request, StreamObserver<ListMeetingsResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Instant from = Wire.instant(request.getFrom());
        Instant to = Wire.instant(request.getTo());
        requireRange(from, to, MAX_RANGE);
        Set<MeetingState> states = request.getStatesList().stream()
                .flatMap(state -> Enums.decode(state, MeetingState.class).stream())
                .collect(Collectors.toUnmodifiableSet());
        Page<Versioned<Meeting>> page = cut(readCadence.list(scope, from, to, states), pages.wanted());
        answer(
                observer,
                ListMeetingsResponse.newBuilder()
                        .addAllMeetings(page.items().stream()
                                .map(meeting -> MeetingWire.brief(meeting.value())
                                        .setRevision(meeting.revision())
                                        .addAllCallerMay(CallerMay.of(scope, meeting.value(), clock.instant()))
                                        .build())
                                .toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void getMeeting(GetMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answer(observer, MeetingWire.full(readCadence.get(target.scope(), target.id()), clock.instant()));
    }

    @Override
    public void batchGetCadence(BatchGetCadenceRequest request, StreamObserver<BatchGetCadenceResponse> observer) {
        if (request.getPartnershipsCount() > MAX_BATCH) {
            throw Refusal.invalid("partnerships", "batch.too_large", "At most " + MAX_BATCH + " at a time.");
        }
        answer(
                observer,
                BatchGetCadenceResponse.newBuilder()
                        .addAllCadences(readCadence.cadences(access.scopes(request.getPartnershipsList())).stream()
                                .map(CadenceWire::cadence)
                                .toList())
                        .build());
    }

    @Override
    public void listMyWeek(ListMyWeekRequest request, StreamObserver<ListMyWeekResponse> observer) {
        Instant from = Wire.instant(request.getFrom());
        Instant to = Wire.instant(request.getTo());
        requireRange(from, to, MAX_WEEK);
        Caller caller = CallerContext.current();
        answer(
                observer,
                CadenceWire.week(readCadence.week(caller.subject(), caller.scopes(), from, to), clock.instant()));
    }

    @Override
    public void moveMeeting(
            MoveMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answerWith(
                observer,
                target,
                runMeeting.move(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getRevision(),
                        request.getStart(),
                        request.getReason()));
    }

    @Override
    public void cancelMeeting(
            CancelMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answerWith(
                observer,
                target,
                runMeeting.cancel(
                        target.scope(), Requests.of(request), target.id(), request.getRevision(), request.getReason()));
    }

    @Override
    public void startMeeting(
            StartMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answerWith(observer, target, runMeeting.start(target.scope(), Requests.of(request), target.id()));
    }

    @Override
    public void attendMeeting(
            AttendMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answerWith(
                observer,
                target,
                runMeeting.attend(target.scope(), Requests.of(request), target.id(), request.getPerson()));
    }

    @Override
    public void leaveMeeting(
            LeaveMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answerWith(
                observer,
                target,
                runMeeting.leave(target.scope(), Requests.of(request), target.id(), request.getPerson()));
    }

    @Override
    public void endMeeting(EndMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getName());
        answerWith(
                observer,
                target,
                runMeeting.end(target.scope(), Requests.of(request), target.id(), request.getUnresolvedReason()));
    }

    @Override
    public void recordPastMeeting(
            RecordPastMeetingRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Names.Child name = Names.Child.parse(request.getSeries(), Names.SERIES);
        Scope scope = access.scope(name.partnership(), request.getSeries());
        Validation validation = new Validation();
        MeetingState state = Enums.require(validation, "state", request.getState(), MeetingState.class);
        validation.orRefuse();
        Versioned<Meeting> recorded = recordPast.record(
                scope,
                Requests.of(request),
                name.id(),
                Wire.instant(request.getStartedAt()),
                state,
                request.getAttendeesList(),
                request.getDecisionsList().stream()
                        .map(decision -> new RecordPast.PastDecision(
                                decision.getWhat(),
                                decision.getWhy(),
                                decision.getDecidedByList().stream()
                                        .map(person -> person.getPerson())
                                        .toList()))
                        .toList(),
                request.getCommitmentsList().stream()
                        .map(commitment -> new RecordPast.PastCommitment(
                                commitment.getText(),
                                commitment.getOwner().getPerson(),
                                commitment.getDueDate(),
                                commitment.hasDoneAt() ? Wire.instant(commitment.getDoneAt()) : null))
                        .toList());
        answer(observer, MeetingWire.full(readCadence.after(scope, recorded), clock.instant()));
    }

    @Override
    public void addItem(AddItemRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                editAgenda.add(
                        target.scope(), Requests.of(request), target.id(), request.getTitle(), request.getNote()));
    }

    @Override
    public void updateItem(UpdateItemRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                editAgenda.update(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getRevision(),
                        request.hasTitle() ? request.getTitle() : null,
                        request.hasNote() ? request.getNote() : null,
                        request.hasPlannedSeconds() ? request.getPlannedSeconds() : null));
    }

    @Override
    public void selectItem(SelectItemRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                editAgenda.select(target.scope(), Requests.of(request), target.id(), request.getItemId()));
    }

    @Override
    public void closeItem(CloseItemRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        Validation validation = new Validation();
        ItemState state = Enums.require(validation, "state", request.getState(), ItemState.class);
        validation.orRefuse();
        answerWith(
                observer,
                target,
                editAgenda.close(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getRevision(),
                        state,
                        request.getReason()));
    }

    @Override
    public void reopenItem(ReopenItemRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                editAgenda.reopen(
                        target.scope(), Requests.of(request), target.id(), request.getItemId(), request.getRevision()));
    }

    @Override
    public void addDecision(
            AddDecisionRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                takeNotes.decide(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getWhat(),
                        request.getWhy(),
                        request.getDecidedByList()));
    }

    @Override
    public void updateDecision(
            UpdateDecisionRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                takeNotes.change(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getDecisionId(),
                        request.getRevision(),
                        request.getWhat(),
                        request.getWhy(),
                        request.getDecidedByList()));
    }

    @Override
    public void removeDecision(
            RemoveDecisionRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                takeNotes.remove(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getDecisionId(),
                        request.getRevision()));
    }

    @Override
    public void addCommitment(
            AddCommitmentRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer) {
        Target target = meeting(request.getMeeting());
        answerWith(
                observer,
                target,
                takeNotes.commit(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getText(),
                        request.getOwner(),
                        request.getDueDate()));
    }

    @Override
    public void listCommitments(ListCommitmentsRequest request, StreamObserver<ListCommitmentsResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Set<Commitment.State> states = request.getStatesList().stream()
                .flatMap(state -> Enums.decode(state, Commitment.State.class).stream())
                .collect(Collectors.toUnmodifiableSet());
        Page<KeepCommitments.Kept> page =
                keepCommitments.list(scope, states.isEmpty() ? Set.of(Commitment.State.OPEN) : states, pages.wanted());
        LocalDate today = today(scope);
        answer(
                observer,
                ListCommitmentsResponse.newBuilder()
                        .addAllCommitments(page.items().stream()
                                .map(kept -> MeetingWire.commitment(kept.meeting(), kept.commitment(), today))
                                .toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void updateCommitment(
            UpdateCommitmentRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Commitment> observer) {
        Target target = commitment(request.getName());
        answerWith(
                observer,
                target,
                keepCommitments.update(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getRevision(),
                        request.getText(),
                        request.getOwner(),
                        request.getDueDate(),
                        request.getReason()));
    }

    @Override
    public void completeCommitment(
            CompleteCommitmentRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Commitment> observer) {
        Target target = commitment(request.getName());
        answerWith(
                observer,
                target,
                keepCommitments.complete(target.scope(), Requests.of(request), target.id(), request.getRevision()));
    }

    @Override
    public void reopenCommitment(
            ReopenCommitmentRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Commitment> observer) {
        Target target = commitment(request.getName());
        answerWith(
                observer,
                target,
                keepCommitments.reopen(
                        target.scope(), Requests.of(request), target.id(), request.getRevision(), request.getReason()));
    }

    @Override
    public void dropCommitment(
            DropCommitmentRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Commitment> observer) {
        Target target = commitment(request.getName());
        answerWith(
                observer,
                target,
                keepCommitments.drop(
                        target.scope(), Requests.of(request), target.id(), request.getRevision(), request.getReason()));
    }

    @Override
    public void getMinutes(GetMinutesRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.Minutes> observer) {
        Target target = meeting(request.getName());
        ReadCadence.Seen seen = readCadence.minutes(target.scope(), target.id());
        answer(
                observer,
                MeetingWire.minutes(
                        seen, Objects.requireNonNull(seen.meeting().value().minutes())));
    }

    @Override
    public void exportMinutes(ExportMinutesRequest request, StreamObserver<ExportMinutesResponse> observer) {
        Target target = meeting(request.getName());
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
        Page<CalendarFeed> page = cut(keepFeeds.list(CallerContext.current()), pages.wanted());
        answer(
                observer,
                ListCalendarFeedsResponse.newBuilder()
                        .addAllCalendarFeeds(
                                page.items().stream().map(FeedWire::feed).toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void revokeCalendarFeed(
            RevokeCalendarFeedRequest request, StreamObserver<dev.drumbeat.proto.cadence.v1.CalendarFeed> observer) {
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

    @Override
    public void listMail(ListMailRequest request, StreamObserver<ListMailResponse> observer) {
        PageTokens pages = PageTokens.of(request);
        Page<MailMessage> page = request.getPartnership().isEmpty()
                ? mail.to(CallerContext.current().subject(), pages.wanted())
                : mail.about(access.scope(request.getPartnership()), pages.wanted());
        answer(
                observer,
                ListMailResponse.newBuilder()
                        .addAllMail(page.items().stream()
                                .map(message -> MailWire.mail(message, CallerContext.current()))
                                .toList())
                        .setNextPageToken(pages.next(page))
                        .setMailServerConfigured(mail.isConfigured())
                        .build());
    }

    @Override
    public void watchCadence(WatchCadenceRequest request, StreamObserver<CadenceChange> observer) {
        Caller caller = CallerContext.current();
        watches.watch(
                observer,
                feed,
                change -> access.stillReads(caller, change.partnership()),
                change -> CadenceChange.newBuilder()
                        .setPartnership(change.partnership())
                        .setMeeting(change.meeting())
                        .setChangedAt(Wire.timestamp(change.at()))
                        .build());
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
        answer(observer, trail.list(request));
    }

    /** Something of a partnership that the caller was let in to. */
    private record Target(Scope scope, String id) {}

    private Target meeting(String name) {
        return target(name, Names.MEETINGS);
    }

    private Target commitment(String name) {
        return target(name, Names.COMMITMENTS);
    }

    private Target target(String name, String collection) {
        Names.Child child = Names.Child.parse(name, collection);
        return new Target(access.scope(child.partnership(), name), child.id());
    }

    private void answerWith(
            StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer, Target target, Versioned<Meeting> written) {
        answer(observer, MeetingWire.full(readCadence.after(target.scope(), written), clock.instant()));
    }

    private void answerWith(
            StreamObserver<dev.drumbeat.proto.cadence.v1.Commitment> observer,
            Target target,
            KeepCommitments.Kept kept) {
        answer(observer, MeetingWire.commitment(kept.meeting(), kept.commitment(), today(target.scope())));
    }

    private LocalDate today(Scope scope) {
        return clock.instant().atZone(scope.facts().timeZone()).toLocalDate();
    }

    private static void requireRange(Instant from, Instant to, Duration limit) {
        if (!from.isBefore(to) || MeetingWire.isLongerThan(from, to, limit)) {
            throw Refusal.invalid(
                    "to",
                    "range.malformed",
                    "A range of at most " + limit.toDays() + " days that ends after it begins.");
        }
    }

    /** A page of what is at hand whole. */
    private static <T> Page<T> cut(List<T> all, Page.Wanted wanted) {
        int from = Math.min(all.size(), wanted.after().isEmpty() ? 0 : Integer.parseInt(wanted.after()));
        int to = Math.min(all.size(), from + wanted.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
    }
}

package dev.drumbeat.gateway.house;

import dev.drumbeat.proto.cadence.v1.*;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceImplBase;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One meeting with two items for every partnership, and a health of thirteen weeks. */
public class FakeCadence extends CadenceServiceImplBase {
    public static final String SECRET = "calendar-secret-of-ana-0123456789";

    private final FakePartners partners;
    private final List<ServerCallStreamObserver<CadenceChange>> watchers = new CopyOnWriteArrayList<>();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    FakeCadence(FakePartners partners) {
        this.partners = partners;
        secrets.add(SECRET);
    }

    /** Somebody changed a meeting somewhere. */
    public void change(String slug) {
        watchers.forEach(watcher -> {
            synchronized (watcher) {
                if (!watcher.isCancelled()) {
                    watcher.onNext(CadenceChange.newBuilder()
                            .setPartnership("partnerships/" + slug)
                            .setMeeting("partnerships/" + slug + "/meetings/sync-1")
                            .setChangedAt(CadenceSamples.timestamp("2026-11-22T10:00:00Z"))
                            .build());
                }
            }
        });
    }

    public int watcherCount() {
        return (int) watchers.stream().filter(watcher -> !watcher.isCancelled()).count();
    }

    @Override
    public void watchCadence(WatchCadenceRequest request, StreamObserver<CadenceChange> answer) {
        if (!"services/gateway".equals(FakeServer.SUBJECT.get())) {
            answer.onError(Refused.notAllowed());
            return;
        }
        ServerCallStreamObserver<CadenceChange> watcher = (ServerCallStreamObserver<CadenceChange>) answer;
        watcher.setOnCancelHandler(() -> watchers.remove(watcher));
        watchers.add(watcher);
    }

    @Override
    public void batchGetCadence(BatchGetCadenceRequest request, StreamObserver<BatchGetCadenceResponse> answer) {
        String subject = FakeServer.SUBJECT.get();
        answer(answer, () -> {
            BatchGetCadenceResponse.Builder all = BatchGetCadenceResponse.newBuilder();
            request.getPartnershipsList().stream()
                    .filter(name -> partners.isOn(subject, name))
                    .forEach(name -> all.addCadences(PartnershipCadence.newBuilder()
                            .setPartnership(name)
                            .setNextMeeting(CadenceSamples.meeting(name + "/meetings/sync-1"))
                            .setHealth(CadenceHealth.newBuilder()
                                    .addDots(HealthDot.newBuilder()
                                            .setWeek("2026-W47")
                                            .setOutcome(DotOutcome.DOT_OUTCOME_MISSED)
                                            .setPlanned(1))
                                    .setPlanned(13)
                                    .setHeld(8)
                                    .setMissed(5)
                                    .setStarving(true)
                                    .setStarvingReason(StarvingReason.STARVING_REASON_TOO_FEW_HELD))
                            .setOpenCommitments(3)
                            .setOverdueCommitments(1)));
            return all.build();
        });
    }

    @Override
    public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ListSeriesResponse.newBuilder()
                    .addSeries(CadenceSamples.series(request.getPartnership() + "/series/ops-sync"))
                    .build();
        });
    }

    @Override
    public void previewSchedule(PreviewScheduleRequest request, StreamObserver<PreviewScheduleResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            if (request.getSchedule().getTimeZone().equals("Mars/Olympus")) {
                throw Refused.invalid("schedule.time_zone", "time_zone.unknown", "Choose a time zone.");
            }
            return PreviewScheduleResponse.newBuilder()
                    .setSchedule(request.getSchedule().toBuilder().setRule("FREQ=WEEKLY;BYDAY=TU"))
                    .addStarts(CadenceSamples.timestamp("2026-11-24T08:00:00Z"))
                    .build();
        });
    }

    @Override
    public void listMeetings(ListMeetingsRequest request, StreamObserver<ListMeetingsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ListMeetingsResponse.newBuilder()
                    .addMeetings(CadenceSamples.meeting(request.getPartnership() + "/meetings/sync-1"))
                    .build();
        });
    }

    @Override
    public void getMeeting(GetMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getName()));
    }

    @Override
    public void getMinutes(GetMinutesRequest request, StreamObserver<Minutes> answer) {
        answer(
                answer,
                () -> Minutes.newBuilder()
                        .setMeeting(existing(request.getName()))
                        .addScorecard(SeenKpi.newBuilder()
                                .setKpi("partnerships/alpha/kpis/training")
                                .setDisplayName("Training")
                                .setStatus("RED")
                                .setValue("90.35")
                                .setUnit("PERCENT"))
                        .setFrozenAt(CadenceSamples.timestamp("2026-11-24T08:45:00Z"))
                        .setFrozenBy(CadenceSamples.ANA)
                        .setFingerprint("abc")
                        .build());
    }

    @Override
    public void exportMinutes(ExportMinutesRequest request, StreamObserver<ExportMinutesResponse> answer) {
        answer(answer, () -> {
            existing(request.getName());
            boolean csv = request.getFormat() == ExportFormat.EXPORT_FORMAT_CSV;
            return ExportMinutesResponse.newBuilder()
                    .setFileName(csv ? "minutes.csv" : "minutes.md")
                    .setContentType(csv ? "text/csv;charset=UTF-8" : "text/markdown;charset=UTF-8")
                    .setContent((csv ? "what,why\r\n'=cmd,x\r\n" : "# Sync ") + request.getLanguage())
                    .build();
        });
    }

    @Override
    public void listCommitments(ListCommitmentsRequest request, StreamObserver<ListCommitmentsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ListCommitmentsResponse.newBuilder()
                    .addCommitments(CadenceSamples.commitment(request.getPartnership() + "/commitments/c1"))
                    .build();
        });
    }

    @Override
    public void listMyWeek(ListMyWeekRequest request, StreamObserver<ListMyWeekResponse> answer) {
        String subject = FakeServer.SUBJECT.get();
        answer(answer, () -> {
            ListMyWeekResponse.Builder week = ListMyWeekResponse.newBuilder();
            partners.memberships(subject)
                    .forEach(membership -> week.addMeetings(
                                    CadenceSamples.meeting(membership.getPartnership() + "/meetings/sync-1"))
                            .addCommitments(
                                    CadenceSamples.commitment(membership.getPartnership() + "/commitments/c1")));
            return week.build();
        });
    }

    @Override
    public void createSeries(CreateSeriesRequest request, StreamObserver<Series> answer) {
        answer(answer, () -> CadenceSamples.series(request.getPartnership() + "/series/new"));
    }

    @Override
    public void updateSeries(UpdateSeriesRequest request, StreamObserver<Series> answer) {
        answer(answer, () -> CadenceSamples.series(request.getName()));
    }

    @Override
    public void endSeries(EndSeriesRequest request, StreamObserver<Series> answer) {
        answer(answer, () -> CadenceSamples.series(request.getName()));
    }

    @Override
    public void moveMeeting(MoveMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getName()));
    }

    @Override
    public void cancelMeeting(CancelMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getName()));
    }

    @Override
    public void startMeeting(StartMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getName()));
    }

    @Override
    public void attendMeeting(AttendMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getName()));
    }

    @Override
    public void leaveMeeting(LeaveMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getName()));
    }

    @Override
    public void endMeeting(EndMeetingRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> {
            if (request.getUnresolvedReason().isEmpty()) {
                throw Refused.invalid(
                        "unresolved_reason", "reds.unresolved", "Say why a red stays open until next time.");
            }
            return existing(request.getName());
        });
    }

    @Override
    public void addItem(AddItemRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void updateItem(UpdateItemRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void moveItem(MoveItemRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void selectItem(SelectItemRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> {
            change(request.getMeeting().split("/")[1]);
            return existing(request.getMeeting());
        });
    }

    @Override
    public void closeItem(CloseItemRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void reopenItem(ReopenItemRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void addDecision(AddDecisionRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void updateDecision(UpdateDecisionRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void removeDecision(RemoveDecisionRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void addCommitment(AddCommitmentRequest request, StreamObserver<Meeting> answer) {
        answer(answer, () -> existing(request.getMeeting()));
    }

    @Override
    public void updateCommitment(UpdateCommitmentRequest request, StreamObserver<Commitment> answer) {
        answer(answer, () -> CadenceSamples.commitment(request.getName()));
    }

    @Override
    public void completeCommitment(CompleteCommitmentRequest request, StreamObserver<Commitment> answer) {
        answer(answer, () -> CadenceSamples.commitment(request.getName()));
    }

    @Override
    public void reopenCommitment(ReopenCommitmentRequest request, StreamObserver<Commitment> answer) {
        answer(answer, () -> CadenceSamples.commitment(request.getName()));
    }

    @Override
    public void dropCommitment(DropCommitmentRequest request, StreamObserver<Commitment> answer) {
        answer(answer, () -> CadenceSamples.commitment(request.getName()));
    }

    @Override
    public void createCalendarFeed(
            CreateCalendarFeedRequest request, StreamObserver<CreateCalendarFeedResponse> answer) {
        secrets.add(SECRET);
        answer(
                answer,
                () -> CreateCalendarFeedResponse.newBuilder()
                        .setCalendarFeed(CadenceSamples.feed())
                        .setSecret(SECRET)
                        .build());
    }

    @Override
    public void listCalendarFeeds(ListCalendarFeedsRequest request, StreamObserver<ListCalendarFeedsResponse> answer) {
        answer(
                answer,
                () -> ListCalendarFeedsResponse.newBuilder()
                        .addCalendarFeeds(CadenceSamples.feed())
                        .build());
    }

    @Override
    public void revokeCalendarFeed(RevokeCalendarFeedRequest request, StreamObserver<CalendarFeed> answer) {
        secrets.remove(SECRET);
        answer(
                answer,
                () -> CadenceSamples.feed().toBuilder()
                        .setRevokedAt(CadenceSamples.timestamp("2026-11-22T12:00:00Z"))
                        .build());
    }

    @Override
    public void readCalendarFeed(ReadCalendarFeedRequest request, StreamObserver<ReadCalendarFeedResponse> answer) {
        String subject = FakeServer.SUBJECT.get();
        answer(answer, () -> {
            if (!"services/gateway".equals(subject)) {
                throw Refused.notAllowed();
            }
            if (!secrets.contains(request.getSecret())) {
                throw Refused.unauthenticated();
            }
            return ReadCalendarFeedResponse.newBuilder()
                    .setCalendar("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
                    .setEtag("\"e1\"")
                    .build();
        });
    }

    @Override
    public void listMail(ListMailRequest request, StreamObserver<ListMailResponse> answer) {
        answer(
                answer,
                () -> ListMailResponse.newBuilder()
                        .addMail(Mail.newBuilder()
                                .setName("mail/m1")
                                .setKind(MailKind.MAIL_KIND_DIGEST)
                                .setState(MailState.MAIL_STATE_WOULD_BE_SENT)
                                .setRecipient(CadenceSamples.PIA)
                                .setSubject("Your week")
                                .setBody("One red nobody owns.")
                                .setCreatedAt(CadenceSamples.timestamp("2026-11-22T06:00:00Z")))
                        .build());
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> answer) {
        answer(answer, ListAuditEventsResponse::getDefaultInstance);
    }

    private Meeting existing(String name) {
        requireMember("partnerships/" + name.split("/")[1]);
        if (!name.endsWith("/sync-1")) {
            throw Refused.notFound();
        }
        return CadenceSamples.meeting(name);
    }

    private void requireMember(String partnership) {
        if (!partners.isOn(FakeServer.SUBJECT.get(), partnership)) {
            throw Refused.notFound();
        }
    }

    private static <A> void answer(StreamObserver<A> observer, Supplier<A> answer) {
        try {
            observer.onNext(answer.get());
            observer.onCompleted();
        } catch (RuntimeException refused) {
            observer.onError(refused);
        }
    }
}

package dev.drumbeat.gateway.cadence;

import com.google.protobuf.Message;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.scorecard.Scorecards;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsResponse;
import dev.drumbeat.proto.cadence.v1.ListMyWeekRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.Minutes;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The cadence as it is, and as last known while cadence can't be reached: then nothing may be done. */
@Component
final class Cadences {
    private static final int AT_ONCE = 100;

    private final ServiceClient<CadenceServiceFutureStub> cadence;
    private final LastKnown lastKnown;
    private final Clock clock;

    Cadences(ServiceClient<CadenceServiceFutureStub> cadence, LastKnown lastKnown, Clock clock) {
        this.cadence = cadence;
        this.lastKnown = lastKnown;
        this.clock = clock;
    }

    Outcome<Meeting> meeting(Request request, String name) {
        GetMeetingRequest question =
                GetMeetingRequest.newBuilder().setName(name).build();
        Outcome<Meeting> outcome = read(
                request,
                Names.partnershipOf(name),
                question,
                Meeting.class,
                () -> cadence.call(request, stub -> stub.getMeeting(question)));
        Known<Meeting> known = outcome.known();
        return known == null || known.live()
                ? outcome
                : Outcome.of(new Known<>(idle(known.value()), known.at(), known.fault()));
    }

    Outcome<ListMeetingsResponse> meetings(Request request, ListMeetingsRequest question) {
        Outcome<ListMeetingsResponse> outcome = read(
                request,
                question.getPartnership(),
                question,
                ListMeetingsResponse.class,
                () -> cadence.call(request, stub -> stub.listMeetings(question)));
        Known<ListMeetingsResponse> known = outcome.known();
        if (known == null || known.live()) {
            return outcome;
        }
        ListMeetingsResponse page = known.value().toBuilder()
                .clearMeetings()
                .addAllMeetings(idle(known.value().getMeetingsList()))
                .build();
        return Outcome.of(new Known<>(page, known.at(), known.fault()));
    }

    Outcome<Minutes> minutes(Request request, String meeting) {
        GetMinutesRequest question =
                GetMinutesRequest.newBuilder().setName(meeting).build();
        return read(
                request,
                Names.partnershipOf(meeting),
                question,
                Minutes.class,
                () -> cadence.call(request, stub -> stub.getMinutes(question)));
    }

    /** Of the asker, without those of partnerships that were left since they were last known. */
    Known<ListMyWeekResponse> week(Request request, ListMyWeekRequest question) {
        Person person = request.person();
        Known<ListMyWeekResponse> known = lastKnown.read(
                person.subject(),
                question,
                ListMyWeekResponse.class,
                () -> cadence.call(request, stub -> stub.listMyWeek(question)));
        if (known.live()) {
            return known;
        }
        ListMyWeekResponse kept = ListMyWeekResponse.newBuilder()
                .addAllMeetings(idle(known.value().getMeetingsList().stream()
                        .filter(meeting -> isOn(person, meeting.getName()))
                        .toList()))
                .addAllCommitments(known.value().getCommitmentsList().stream()
                        .filter(commitment -> isOn(person, commitment.getName()))
                        .toList())
                .build();
        return new Known<>(kept, known.at(), known.fault());
    }

    /** Health and next meeting of many partnerships, a hundred in one call. */
    Map<String, Outcome<PartnershipCadence>> find(Request request, Collection<String> partnerships) {
        Map<String, Outcome<PartnershipCadence>> found = new HashMap<>();
        List<String> wanted = new ArrayList<>(partnerships);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            BatchGetCadenceRequest question =
                    BatchGetCadenceRequest.newBuilder().addAllPartnerships(some).build();
            try {
                cadence.call(request, stub -> stub.batchGetCadence(question))
                        .getCadencesList()
                        .forEach(each ->
                                found.put(each.getPartnership(), one(request, each.getPartnership(), () -> each)));
            } catch (ServiceFault fault) {
                some.forEach(name -> found.put(name, recalled(request, name, fault)));
            }
        }
        partnerships.forEach(name -> found.putIfAbsent(name, Outcome.absent()));
        return found;
    }

    private Outcome<PartnershipCadence> recalled(Request request, String partnership, ServiceFault fault) {
        Outcome<PartnershipCadence> outcome = one(request, partnership, () -> {
            throw fault;
        });
        Known<PartnershipCadence> known = outcome.known();
        if (known == null || !known.value().hasNextMeeting()) {
            return outcome;
        }
        PartnershipCadence idle = known.value().toBuilder()
                .setNextMeeting(idle(known.value().getNextMeeting()))
                .build();
        return Outcome.of(new Known<>(idle, known.at(), known.fault()));
    }

    private Outcome<PartnershipCadence> one(Request request, String partnership, Supplier<PartnershipCadence> service) {
        BatchGetCadenceRequest question =
                BatchGetCadenceRequest.newBuilder().addPartnerships(partnership).build();
        return read(request, partnership, question, PartnershipCadence.class, service);
    }

    private <A extends Message> Outcome<A> read(
            Request request, String partnership, Message question, Class<A> type, Supplier<A> service) {
        try {
            return Outcome.of(Scorecards.visibility(request.person(), partnership)
                    .map(visibility -> lastKnown.read(visibility, question, type, service))
                    .orElseGet(() -> new Known<>(service.get(), clock.instant(), null)));
        } catch (Refusal refusal) {
            if (Reads.isAbsent(refusal)) {
                return Outcome.absent();
            }
            throw refusal;
        } catch (ServiceFault fault) {
            return Outcome.unreachable(fault);
        }
    }

    private static boolean isOn(Person person, String name) {
        return person.membership(Names.partnershipOf(name)).isPresent();
    }

    private static List<Meeting> idle(List<Meeting> meetings) {
        return meetings.stream().map(Cadences::idle).toList();
    }

    private static Meeting idle(Meeting meeting) {
        return meeting.toBuilder().clearCallerMay().build();
    }
}

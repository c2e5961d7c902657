package dev.drumbeat.actions.process;

import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ListMembersResponse;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The directory as a test wants it: on each partnership two LEADERs, two OPS a side and two VIEWERs. */
final class FakePartners extends PartnersServiceGrpc.PartnersServiceImplBase {
    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private final List<Place> places = new CopyOnWriteArrayList<>();
    private final AtomicLong revision = new AtomicLong(1);

    private record Place(String name, String timeZone) {}

    private record Seat(String partnership, String person, Side side, Role role) {}

    void partnership(String name, String timeZone) {
        places.add(new Place(name, timeZone));
        String id = name.substring("partnerships/".length());
        for (Side side : Side.values()) {
            for (Role role : Role.values()) {
                String seat = side.name().toLowerCase(java.util.Locale.ROOT) + "-"
                        + role.name().toLowerCase(java.util.Locale.ROOT);
                seats.add(new Seat(name, "people/" + id + "-" + seat, side, role));
                seats.add(new Seat(name, "people/" + id + "-second-" + seat, side, role));
            }
        }
    }

    void leave(String person) {
        seats.removeIf(seat -> seat.person().equals(person));
        revision.incrementAndGet();
    }

    @Override
    public void resolveCaller(ResolveCallerRequest request, StreamObserver<Caller> observer) {
        List<Seat> held = seats.stream()
                .filter(seat -> seat.person().equals(request.getSubject()))
                .toList();
        if (held.isEmpty()) {
            observer.onError(Status.NOT_FOUND.asRuntimeException());
            return;
        }
        Caller.Builder caller = Caller.newBuilder()
                .setSubject(request.getSubject())
                .setDisplayName(name(request.getSubject()))
                .setCompany("companies/" + held.getFirst().side());
        for (Seat seat : held) {
            caller.addMemberships(CallerMembership.newBuilder()
                    .setPartnership(seat.partnership())
                    .setDisplayName(seat.partnership())
                    .setOwnerCompany("Owner")
                    .setPartnerCompany("Partner")
                    .setSide(Wire.side(seat.side()))
                    .setRole(Wire.role(seat.role()))
                    .setTimeZone(zone(seat.partnership()))
                    .setCurrency("USD"));
        }
        observer.onNext(caller.build());
        observer.onCompleted();
    }

    private String zone(String partnership) {
        return places.stream()
                .filter(place -> place.name().equals(partnership))
                .findFirst()
                .orElseThrow()
                .timeZone();
    }

    @Override
    public void batchGetPartnerships(
            BatchGetPartnershipsRequest request, StreamObserver<BatchGetPartnershipsResponse> observer) {
        BatchGetPartnershipsResponse.Builder response = BatchGetPartnershipsResponse.newBuilder();
        places.stream()
                .filter(place -> request.getNamesList().contains(place.name()))
                .forEach(place -> response.addPartnerships(Partnership.newBuilder()
                        .setName(place.name())
                        .setDisplayName(place.name())
                        .setOwner(Company.newBuilder().setDisplayName("Owner"))
                        .setPartner(Company.newBuilder().setDisplayName("Partner"))
                        .setTimeZone(place.timeZone())
                        .setCurrency("USD")
                        .setRevision(revision.get())));
        observer.onNext(response.build());
        observer.onCompleted();
    }

    @Override
    public void listMembers(ListMembersRequest request, StreamObserver<ListMembersResponse> observer) {
        ListMembersResponse.Builder response = ListMembersResponse.newBuilder();
        seats.stream()
                .filter(seat -> seat.partnership().equals(request.getPartnership()))
                .forEach(seat -> response.addMembers(Membership.newBuilder()
                        .setPerson(Person.newBuilder().setName(seat.person()).setDisplayName(name(seat.person())))
                        .setSide(Wire.side(seat.side()))
                        .setRole(Wire.role(seat.role()))));
        observer.onNext(response.build());
        observer.onCompleted();
    }

    private static String name(String subject) {
        return "Name of " + subject.substring(subject.indexOf('/') + 1);
    }
}

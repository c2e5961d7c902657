package dev.drumbeat.gateway.partnerships;

import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.Partnership;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Partnerships by name, as the asker sees them; a hundred in one call. */
@Component
final class PartnershipDirectory {
    private static final int AT_ONCE = 100;

    private final ServiceClient<PartnersServiceFutureStub> partners;
    private final LastKnown lastKnown;
    private final Clock clock;

    PartnershipDirectory(ServiceClient<PartnersServiceFutureStub> partners, LastKnown lastKnown, Clock clock) {
        this.partners = partners;
        this.lastKnown = lastKnown;
        this.clock = clock;
    }

    Map<String, Outcome<Partnership>> find(Request request, Set<String> names) {
        Person person = request.person();
        Map<String, Outcome<Partnership>> found = new HashMap<>();
        List<String> wanted = new ArrayList<>(names);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            try {
                BatchGetPartnershipsRequest question = BatchGetPartnershipsRequest.newBuilder()
                        .addAllNames(some)
                        .build();
                partners.call(request, stub -> stub.batchGetPartnerships(question))
                        .getPartnershipsList()
                        .forEach(each -> found.put(each.getName(), Outcome.of(remember(person, each))));
            } catch (ServiceFault fault) {
                some.forEach(name -> found.put(name, withoutPartners(person, name, fault)));
            }
        }
        names.forEach(name -> found.putIfAbsent(name, Outcome.absent()));
        return found;
    }

    Known<Partnership> remember(Person person, Partnership partnership) {
        return lastKnown.remember(person.subject(), question(partnership.getName()), partnership);
    }

    /** What was last known; failing that, what the session says. Only while the asker is known to be on it. */
    private Outcome<Partnership> withoutPartners(Person person, String name, ServiceFault fault) {
        return person.membership(name)
                .map(membership -> Outcome.of(lastKnown
                        .recall(person.subject(), question(name), Partnership.class, fault)
                        .orElseGet(() -> new Known<>(sketch(membership), clock.instant(), fault))))
                .orElseGet(() -> Outcome.unreachable(fault));
    }

    private static GetPartnershipRequest question(String name) {
        return GetPartnershipRequest.newBuilder().setName(name).build();
    }

    private static Partnership sketch(CallerMembership membership) {
        return Partnership.newBuilder()
                .setName(membership.getPartnership())
                .setDisplayName(membership.getDisplayName())
                .setOwner(company(membership.getOwnerCompany(), membership))
                .setPartner(company(membership.getPartnerCompany(), membership))
                .setTimeZone(membership.getTimeZone())
                .setCurrency(membership.getCurrency())
                .setCallerSide(membership.getSide())
                .setCallerRole(membership.getRole())
                .build();
    }

    private static Company company(String name, CallerMembership membership) {
        return Company.newBuilder()
                .setName(name)
                .setDisplayName(name.substring(name.indexOf('/') + 1))
                .setTimeZone(membership.getTimeZone())
                .build();
    }
}

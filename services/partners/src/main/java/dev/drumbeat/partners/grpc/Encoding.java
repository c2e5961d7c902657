package dev.drumbeat.partners.grpc;

import dev.drumbeat.partners.Account;
import dev.drumbeat.partners.Company;
import dev.drumbeat.partners.IngestionToken;
import dev.drumbeat.partners.Members;
import dev.drumbeat.partners.OwnSessions;
import dev.drumbeat.partners.Partnership;
import dev.drumbeat.partners.Partnerships;
import dev.drumbeat.partners.PasswordLink;
import dev.drumbeat.partners.Person;
import dev.drumbeat.partners.Sessions;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.partners.v1.CallerMembership;

/** The directory's things as the contract writes them. */
final class Encoding {
    private Encoding() {}

    static dev.drumbeat.proto.partners.v1.Company company(Company company) {
        return dev.drumbeat.proto.partners.v1.Company.newBuilder()
                .setName(company.name())
                .setDisplayName(company.displayName())
                .setTimeZone(company.timeZone().getId())
                .build();
    }

    static dev.drumbeat.proto.partners.v1.Person person(Person person) {
        var encoded = dev.drumbeat.proto.partners.v1.Person.newBuilder()
                .setName(person.name())
                .setDisplayName(person.displayName())
                .setEmail(person.email())
                .setCompany(Company.COLLECTION + "/" + person.company())
                .setAdministrator(person.administrator());
        if (person.deactivatedAt() != null) {
            encoded.setDeactivatedAt(Wire.timestamp(person.deactivatedAt()));
        }
        return encoded.build();
    }

    /** For those who look after people: with what waits to be accepted. */
    static dev.drumbeat.proto.partners.v1.Person person(Account account) {
        dev.drumbeat.proto.partners.v1.Person person = person(account.person());
        PasswordLink link = account.link();
        return link == null || account.hasPassword()
                ? person
                : person.toBuilder()
                        .setInvitedUntil(Wire.timestamp(link.expiresAt()))
                        .build();
    }

    static dev.drumbeat.proto.partners.v1.Partnership partnership(Partnerships.Seen seen) {
        Partnership partnership = seen.partnership().value();
        return dev.drumbeat.proto.partners.v1.Partnership.newBuilder()
                .setName(partnership.name())
                .setDisplayName(partnership.displayName())
                .setOwner(company(partnership.owner()))
                .setPartner(company(partnership.partner()))
                .setTimeZone(partnership.timeZone().getId())
                .setCurrency(partnership.currency())
                .setDataNotice(partnership.dataNotice())
                .setCallerSide(Wire.side(seen.scope().side().orElse(null)))
                .setCallerRole(Wire.role(seen.scope().role().orElse(null)))
                .addAllCallerActivities(Wire.activities(seen.scope().activities()))
                .setRevision(seen.partnership().revision())
                .build();
    }

    static dev.drumbeat.proto.partners.v1.Membership member(Members.Seen seen) {
        return dev.drumbeat.proto.partners.v1.Membership.newBuilder()
                .setName(seen.partnership() + "/members/" + seen.person().id())
                .setPerson(person(seen.person()))
                .setSide(Wire.side(seen.member().side()))
                .setRole(Wire.role(seen.member().role()))
                .setSince(Wire.timestamp(seen.member().since()))
                .build();
    }

    static dev.drumbeat.proto.partners.v1.IngestionToken token(IngestionToken token) {
        var encoded = dev.drumbeat.proto.partners.v1.IngestionToken.newBuilder()
                .setName(token.name())
                .setDisplayName(token.displayName())
                .setSide(Wire.side(token.side()))
                .addAllRecordableKpis(token.recordableKpis())
                .setCreatedAt(Wire.timestamp(token.createdAt()))
                .setExpiresAt(Wire.timestamp(token.expiresAt()));
        if (token.revokedAt() != null) {
            encoded.setRevokedAt(Wire.timestamp(token.revokedAt()));
        }
        if (token.lastUsedAt() != null) {
            encoded.setLastUsedAt(Wire.timestamp(token.lastUsedAt()));
        }
        return encoded.build();
    }

    static dev.drumbeat.proto.partners.v1.Session session(OwnSessions.Seen seen) {
        return dev.drumbeat.proto.partners.v1.Session.newBuilder()
                .setName(seen.session().name())
                .setOpenedAt(Wire.timestamp(seen.session().openedAt()))
                .setLastSeenAt(Wire.timestamp(seen.session().lastSeenAt()))
                .setExpiresAt(Wire.timestamp(seen.session().expiresAt()))
                .setBrowser(seen.session().place().browser())
                .setAddress(seen.session().place().address())
                .setCurrent(seen.current())
                .build();
    }

    static dev.drumbeat.proto.partners.v1.Caller caller(Caller caller) {
        var encoded = dev.drumbeat.proto.partners.v1.Caller.newBuilder()
                .setSubject(caller.subject())
                .setDisplayName(caller.displayName())
                .setCompany(caller.company())
                .setAdministrator(caller.administrator());
        caller.memberships().values().forEach(membership -> encoded.addMemberships(membership(membership)));
        return encoded.build();
    }

    static dev.drumbeat.proto.partners.v1.Caller signedIn(Sessions.SignedIn signedIn) {
        return caller(signedIn.caller()).toBuilder().setEmail(signedIn.email()).build();
    }

    private static CallerMembership membership(Membership membership) {
        return CallerMembership.newBuilder()
                .setPartnership(membership.partnership().name())
                .setDisplayName(membership.partnership().displayName())
                .setOwnerCompany(membership.partnership().ownerCompany())
                .setPartnerCompany(membership.partnership().partnerCompany())
                .setSide(Wire.side(membership.side()))
                .setRole(Wire.role(membership.role()))
                .setTimeZone(membership.partnership().timeZone().getId())
                .setCurrency(membership.partnership().currency())
                .addAllRecordableKpis(membership.recordableKpis())
                .build();
    }
}

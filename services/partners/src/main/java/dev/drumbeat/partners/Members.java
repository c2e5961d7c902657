package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is what on a partnership. An administrator puts anybody of the two companies on it, a LEADER people of the own one. */
public final class Members {
    private final PartnershipStore partnerships;
    private final PersonStore people;
    private final PartnershipDirectory directory;
    private final Clock clock;

    /** A member as the caller may see them: without e-mail address when they are of the other company. */
    public record Seen(String partnership, Member member, Person person) {}

    public Members(PartnershipStore partnerships, PersonStore people, PartnershipDirectory directory, Clock clock) {
        this.partnerships = partnerships;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    public Seen grant(Caller caller, Request request, String partnershipName, String personName, Role role) {
        Scope scope = caller.scope(partnershipName, directory);
        Person person = person(scope, personName);
        Instant now = clock.instant();
        Versioned<Partnership> after = Writes.change(
                partnerships,
                id(scope),
                scope.partnership(),
                request,
                now,
                before -> grant(scope, before, person, role, now));
        Member member = after.value()
                .member(person.id())
                .orElseThrow(() -> Refusal.precondition("membership.ended", "This person has been taken off again."));
        return new Seen(scope.partnership(), member, person);
    }

    private static Writes.Change<Partnership> grant(
            Scope scope, Versioned<Partnership> before, Person person, Role role, Instant now) {
        if (!person.isActive()) {
            throw Refusal.precondition("person.inactive", "This person was deactivated and can't be on a partnership.");
        }
        Side side = before.value()
                .sideOf(person.company())
                .orElseThrow(() -> Refusal.invalid(
                        "person",
                        "membership.third_company",
                        "Only people of the two companies can be on a partnership."));
        Member member = new Member(person.id(), side, role, now);
        String was = before.value().member(person.id()).map(Member::json).orElse("");
        return new Writes.Change<>(
                before.value().with(member),
                List.of(Writes.event(
                        scope.partnership(),
                        now,
                        scope.actor(),
                        "membership.granted",
                        scope.partnership() + "/members/" + person.id(),
                        before.revision() + 1,
                        was,
                        member.json(),
                        "")));
    }

    /** @param name {@code partnerships/{partnership}/members/{person}} */
    public void revoke(Caller caller, Request request, String name, String reason) {
        List<String> ids = ResourceName.ids(name, Partnership.COLLECTION, "members");
        Scope scope = caller.scope(Partnership.COLLECTION + "/" + ids.getFirst(), directory);
        Person person = person(scope, Person.COLLECTION + "/" + ids.getLast());
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 0, 1_000);
        validation.orRefuse();
        Instant now = clock.instant();
        Writes.change(partnerships, id(scope), scope.partnership(), request, now, before -> {
            Member member = before.value().member(person.id()).orElseThrow(() -> Refusal.notFound(name));
            return new Writes.Change<>(
                    before.value().without(person.id()),
                    List.of(Writes.event(
                            scope.partnership(),
                            now,
                            scope.actor(),
                            "membership.revoked",
                            name,
                            before.revision() + 1,
                            member.json(),
                            "",
                            why)));
        });
    }

    /** Everybody on a partnership, both sides: owner's side first, then by role and name. */
    public List<Seen> list(Caller caller, String partnershipName) {
        Scope scope = caller.scope(partnershipName, directory);
        if (!scope.may(Activity.READ_SCORES) && !scope.may(Activity.MANAGE_PARTNERSHIPS)) {
            scope.require(Activity.READ_SCORES);
        }
        List<Member> members = partnerships
                .find(id(scope))
                .orElseThrow(() -> Refusal.notFound(partnershipName))
                .value()
                .members();
        Map<String, Person> known = people
                .findAll(members.stream().map(Member::person).toList())
                .stream()
                .filter(Person::isActive)
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return members.stream()
                .filter(member -> known.containsKey(member.person()))
                .map(member -> new Seen(
                        scope.partnership(), member, shown(caller, Objects.requireNonNull(known.get(member.person())))))
                .sorted(Comparator.comparing((Seen seen) -> seen.member().side())
                        .thenComparing(seen -> seen.member().role())
                        .thenComparing(seen -> SortKey.of(
                                seen.person().displayName(), seen.person().id())))
                .toList();
    }

    private static Person shown(Caller caller, Person person) {
        boolean mayRead = caller.administrator()
                || caller.isService()
                || caller.company().equals(Company.COLLECTION + "/" + person.company());
        return mayRead ? person : person.asSeenFromOutside();
    }

    /** The person, when the caller may put them on a partnership and take them off. */
    private Person person(Scope scope, String name) {
        if (!scope.may(Activity.MANAGE_PARTNERSHIPS) && !scope.may(Activity.MANAGE_OWN_PEOPLE)) {
            throw Refusal.notAllowed("role.manage_own_people", "Only a LEADER or an administrator may do this.");
        }
        Person person = people.find(ResourceName.id(name, Person.COLLECTION))
                .map(kept -> kept.value().person())
                .orElseThrow(() -> Refusal.notFound(name));
        boolean ownCompany = scope.caller().company().equals(Company.COLLECTION + "/" + person.company());
        if (!scope.may(Activity.MANAGE_PARTNERSHIPS) && !ownCompany) {
            throw Refusal.notFound(name);
        }
        return person;
    }

    private static String id(Scope scope) {
        return ResourceName.id(scope.partnership(), Partnership.COLLECTION);
    }
}

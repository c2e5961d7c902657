package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** People: made and deactivated by an administrator, or by a LEADER for the own company. */
public final class People {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}\\.[^\\s@\\p{Cntrl}.]{2,63}");

    private final PersonStore store;
    private final CompanyStore companies;
    private final Passwords passwords;
    private final EndMemberships endMemberships;
    private final Clock clock;

    /**
     * Somebody new.
     *
     * @param id made from the name when empty
     * @param company id of the company
     */
    public record Wish(
            String id, String displayName, String email, String company, String password, boolean administrator) {
        @Override
        public String toString() {
            return "Wish[" + company + "]";
        }
    }

    public People(
            PersonStore store,
            CompanyStore companies,
            Passwords passwords,
            EndMemberships endMemberships,
            Clock clock) {
        this.store = store;
        this.companies = companies;
        this.passwords = passwords;
        this.endMemberships = endMemberships;
        this.clock = clock;
    }

    public Person create(Caller caller, Request request, Wish wish) {
        PeopleAuthority.require(caller, wish.company());
        if (wish.administrator() && !PeopleAuthority.ofAll(caller)) {
            throw Refusal.notAllowed("role.manage_all_people", "Only an administrator may make another one.");
        }
        Validation validation = new Validation();
        String displayName = validation.line("display_name", wish.displayName(), 2, 120);
        String email = email(validation, wish.email());
        PasswordPolicy.check(validation, "password", wish.password(), email);
        if (!wish.id().isEmpty()) {
            validation.id("person_id", wish.id());
        }
        validation.orRefuse();
        if (companies.find(wish.company()).isEmpty()) {
            throw Refusal.notFound(Company.COLLECTION + "/" + wish.company());
        }
        Optional<Versioned<Account>> before = Writes.madeBefore(store, request);
        if (before.isPresent()) {
            return before.get().value().person();
        }
        requireFree(store, email);
        String hash = passwords.hash(PasswordPolicy.normalized(wish.password()));
        for (String id : Companies.Candidates.ids(wish.id(), displayName)) {
            Person person = new Person(id, displayName, email, wish.company(), wish.administrator(), null);
            Optional<Versioned<Account>> made = make(caller, request, Account.opened(person, hash));
            if (made.isPresent()) {
                return made.get().value().person();
            }
            requireFree(store, email);
        }
        throw Refusal.of(Reason.ALREADY_EXISTS, "person.exists", "There is a person with this id. Choose another id.");
    }

    private Optional<Versioned<Account>> make(Caller caller, Request request, Account account) {
        Person person = account.person();
        return Writes.create(
                store,
                account,
                request,
                List.of(Writes.event(
                        "",
                        clock.instant(),
                        caller.actor(),
                        "person.created",
                        person.name(),
                        1,
                        "",
                        person.json(),
                        "")));
    }

    public Page<Account> list(Caller caller, String company, Page.Wanted wanted) {
        String name = company.isEmpty() ? caller.company() : company;
        String id = ResourceName.id(name, Company.COLLECTION);
        if (!caller.isService()) {
            PeopleAuthority.require(caller, id);
        }
        return store.list(id, wanted);
    }

    /** Ends the person's sign-in and sessions at once, and their memberships right after. */
    public Person deactivate(Caller caller, Request request, String name, String reason) {
        String id = ResourceName.id(name, Person.COLLECTION);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 0, 1_000);
        validation.orRefuse();
        Instant now = clock.instant();
        requireMayManage(
                caller, store.find(id).map(kept -> kept.value().person()).orElse(null), name);
        if (caller.subject().equals(name)) {
            throw Refusal.notAllowed("person.self", "Nobody deactivates themselves: ask somebody else.");
        }
        Versioned<Account> after = Writes.change(store, id, name, request, now, before -> {
            Person person = before.value().person();
            if (!person.isActive()) {
                throw Refusal.precondition("person.inactive", "This person was deactivated before.");
            }
            if (person.administrator() && !store.hasOtherAdministrator(id)) {
                throw Refusal.precondition(
                        "person.last_administrator", "This is the last administrator. Make another one first.");
            }
            Account next = before.value().deactivated(now);
            return new Writes.Change<>(
                    next,
                    List.of(Writes.event(
                            "",
                            now,
                            caller.actor(),
                            "person.deactivated",
                            name,
                            before.revision() + 1,
                            person.json(),
                            next.person().json(),
                            why)));
        });
        endMemberships.of(after.value().person());
        return after.value().person();
    }

    /** Refuses unless the caller looks after this person; of somebody else's people nothing is said. */
    static void requireMayManage(Caller caller, @org.jspecify.annotations.Nullable Person person, String name) {
        if (person == null) {
            throw Refusal.notFound(name);
        }
        boolean ownCompany = caller.company().equals(Company.COLLECTION + "/" + person.company());
        if (!PeopleAuthority.ofAll(caller) && !ownCompany) {
            throw Refusal.notFound(name);
        }
        PeopleAuthority.require(caller, person.company());
        if (person.administrator() && !PeopleAuthority.ofAll(caller)) {
            throw Refusal.notAllowed("role.manage_all_people", "Only an administrator looks after an administrator.");
        }
    }

    static void requireFree(PersonStore store, String email) {
        if (store.findByEmail(email).isPresent()) {
            throw Refusal.of(
                    Reason.ALREADY_EXISTS,
                    List.of(new dev.drumbeat.platform.domain.Violation(
                            "email", "email.taken", "Somebody signs in with this e-mail address already.")));
        }
    }

    static String email(Validation validation, String value) {
        String email = value.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches()) {
            validation.add("email", "email.malformed", "Give an e-mail address, such as ada@example.com.");
        }
        return email;
    }
}

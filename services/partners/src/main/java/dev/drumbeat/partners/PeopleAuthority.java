package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.RoleTable;
import dev.drumbeat.platform.domain.Seat;

/** Whose people somebody may look after: an administrator everybody's, a LEADER of any partnership the own company's. */
final class PeopleAuthority {
    private PeopleAuthority() {}

    /** Another company does not exist for those who may not look after its people. */
    static void require(Caller caller, String companyId) {
        if (ofAll(caller)) {
            return;
        }
        if (!caller.company().equals(Company.COLLECTION + "/" + companyId)) {
            throw Refusal.notFound(Company.COLLECTION + "/" + companyId);
        }
        if (!ofOwn(caller)) {
            throw Refusal.notAllowed("role.manage_own_people", "Only a LEADER or an administrator may do this.");
        }
    }

    static boolean ofAll(Caller caller) {
        return caller.administrator() && RoleTable.get().grant(Activity.MANAGE_ALL_PEOPLE, Seat.ADMIN) == Grant.YES;
    }

    static boolean ofOwn(Caller caller) {
        return caller.isPerson() && caller.scopes().stream().anyMatch(scope -> scope.may(Activity.MANAGE_OWN_PEOPLE));
    }
}

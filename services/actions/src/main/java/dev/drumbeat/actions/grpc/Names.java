package dev.drumbeat.actions.grpc;

import dev.drumbeat.actions.ActionStore;
import dev.drumbeat.actions.CorrectiveAction;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.endpoint.Access;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds out which action is meant, and lets the caller in: an action is named by its id, or by its number as people say it. */
@Singleton
final class Names {
    private static final String PARTNERSHIPS = "partnerships";
    private static final int MAX_DIGITS = 9;

    private final Access access;
    private final ActionStore store;

    Names(Access access, ActionStore store) {
        this.access = access;
        this.store = store;
    }

    /** @param name of the action by its id */
    record Named(Scope scope, String name) {}

    Named action(String asked) {
        List<String> ids = ResourceName.ids(asked, PARTNERSHIPS, CorrectiveAction.COLLECTION);
        Scope scope = access.scope(PARTNERSHIPS + "/" + ids.getFirst(), asked);
        return new Named(scope, byId(scope.partnership(), ids.getLast(), asked));
    }

    /** The same thing under the name that the trail knows it by; anything but a numbered action stays as it is. */
    String subject(String partnership, String asked) {
        String prefix = partnership + "/" + CorrectiveAction.COLLECTION + "/";
        return asked.startsWith(prefix) ? byId(partnership, asked.substring(prefix.length()), asked) : asked;
    }

    private String byId(String partnership, String id, String asked) {
        if (id.matches("[0-9]{1," + MAX_DIGITS + "}")) {
            return store.numbered(partnership, Integer.parseInt(id)).orElseThrow(() -> Refusal.notFound(asked));
        }
        return CorrectiveAction.name(partnership, id);
    }
}

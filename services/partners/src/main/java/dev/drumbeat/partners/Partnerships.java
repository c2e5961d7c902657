package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads partnerships as the caller may see them: their own; all for an administrator and for a service of ours. */
public final class Partnerships {
    private final PartnershipStore store;
    private final PartnershipDirectory directory;

    /** A partnership with what the caller is on it. */
    public record Seen(Versioned<Partnership> partnership, Scope scope) {}

    public Partnerships(PartnershipStore store, PartnershipDirectory directory) {
        this.store = store;
        this.directory = directory;
    }

    public Seen get(Caller caller, String name) {
        ResourceName.id(name, Partnership.COLLECTION);
        Scope scope = caller.scope(name, directory);
        return new Seen(stored(scope), scope);
    }

    /** Foreign and unknown ones are left out. */
    public List<Seen> batch(Caller caller, Collection<String> names) {
        if (names.size() > Page.MAX_SIZE) {
            throw Refusal.of(Reason.LIMIT_REACHED, "batch.limit", "Ask for at most " + Page.MAX_SIZE + " at a time.");
        }
        List<String> visible = names.stream()
                .distinct()
                .filter(name -> seesAll(caller) || caller.memberships().containsKey(name))
                .toList();
        Map<String, Seen> found = store.findAll(ids(visible)).stream()
                .map(kept -> seen(caller, kept))
                .collect(Collectors.toMap(seen -> seen.scope().partnership(), Function.identity()));
        return visible.stream().filter(found::containsKey).map(found::get).toList();
    }

    public Page<Seen> list(Caller caller, String search, Page.Wanted wanted) {
        if (seesAll(caller)) {
            return store.list(search, wanted).map(kept -> seen(caller, kept));
        }
        String part = search.toLowerCase(Locale.ROOT);
        List<Membership> matching = caller.memberships().values().stream()
                .filter(membership -> membership
                        .partnership()
                        .displayName()
                        .toLowerCase(Locale.ROOT)
                        .contains(part))
                .sorted(Comparator.comparing(Partnerships::position))
                .filter(membership -> position(membership).compareTo(wanted.after()) > 0)
                .limit(wanted.size() + 1L)
                .toList();
        Page<Membership> page = Page.of(matching, wanted, Partnerships::position);
        List<Seen> seen = batch(
                caller,
                page.items().stream()
                        .map(membership -> membership.partnership().name())
                        .toList());
        return new Page<>(seen, page.next());
    }

    /** Scopes come from the caller, so whoever has one has been let in. */
    Versioned<Partnership> stored(Scope scope) {
        return store.find(ResourceName.id(scope.partnership(), Partnership.COLLECTION))
                .orElseThrow(() -> Refusal.notFound(scope.partnership()));
    }

    /** The ids of those that are names of partnerships at all. */
    static List<String> ids(Collection<String> names) {
        List<String> ids = new ArrayList<>(names.size());
        String prefix = Partnership.COLLECTION + "/";
        for (String name : names) {
            if (name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0) {
                ids.add(name.substring(prefix.length()));
            }
        }
        return ids;
    }

    private static boolean seesAll(Caller caller) {
        return caller.administrator() || caller.isService();
    }

    private static Seen seen(Caller caller, Versioned<Partnership> kept) {
        return new Seen(
                kept,
                caller.scope(
                        kept.value().name(),
                        names -> Map.of(kept.value().name(), kept.value().facts())));
    }

    private static String position(Membership membership) {
        return SortKey.of(
                membership.partnership().displayName(), membership.partnership().name());
    }
}

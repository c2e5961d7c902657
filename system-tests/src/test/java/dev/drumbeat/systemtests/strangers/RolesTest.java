package dev.drumbeat.systemtests.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.strangers.Walk.Question;
import dev.drumbeat.systemtests.world.Furnishings;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside of one partnership some things are for some only: the owner's notes, money, drafts, the audit trail, a person's own
 * calendar. Each carries a word of its own. Everybody asks for every field that there is, for every id that anybody was ever
 * told, and for every file; nobody reads a word that is not for them, and those whom it is for do.
 */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
    private static final List<String> FILES = List.of(
            "measurements.csv",
            "scorecard.csv",
            "actions.csv",
            "statements.csv",
            "audit.csv",
            "audit.csv?source=people",
            "audit.csv?source=actions",
            "audit.csv?source=cadence",
            "audit.csv?source=incentives");

    private final TestHouse house;
    private final Partnership partnership;
    private final Subject subject;
    private final Walk walk = Walk.of(TestHouse.projectRoot().resolve("gateway/src/main/resources/schema"));

    RolesTest(TestHouse house) {
        this.house = house;
        this.partnership = World.another(house.api(), "sorrel", "Sorrel");
        this.subject = Subject.of(partnership, Furnishings.put(house.api(), partnership));
    }

    @Test
    void everybody_reads_what_is_for_them_and_nothing_else() {
        Map<Seat, Set<String>> read = new EnumMap<>(Seat.class);
        Map<Seat, Caller> people = new EnumMap<>(Seat.class);
        Set<String> ids = new TreeSet<>();
        for (Seat seat : Seat.values()) {
            Caller person = partnership.signIn(house.api(), seat);
            people.put(seat, person);
            Set<String> words = new TreeSet<>();
            for (Question question : walk.shorterQuestions(subject)) {
                String answer = answer(person, question);
                ids.addAll(Asked.idsIn(answer));
                words.addAll(words(seat, question.document(), answer));
            }
            for (String file : FILES) {
                String answer = person.get("/api/partnerships/" + partnership.slug() + "/" + file)
                        .body();
                words.addAll(words(seat, file, answer));
            }
            String minutes = "/api/partnerships/" + partnership.slug() + "/meetings/" + subject.meeting() + "/minutes";
            words.addAll(words(seat, "minutes", person.get(minutes + ".md").body()));
            words.addAll(words(seat, "minutes", person.get(minutes + ".csv").body()));
            read.put(seat, words);
        }
        people.forEach((seat, person) -> Asked.someOfEachType(ids).stream()
                .flatMap(id -> walk.questionsAbout(subject.withId(id)).stream())
                .forEach(question -> read.computeIfAbsent(seat, ignored -> new TreeSet<>())
                        .addAll(words(seat, question.document(), answer(person, question)))));

        assertThat(ids).hasSizeGreaterThan(20);
        for (Seat seat : Seat.values()) {
            assertThat(read.get(seat))
                    .as("the words that %s reads", seat)
                    .isEqualTo(Furnishings.SECRETS.entrySet().stream()
                            .filter(secret -> secret.getValue().contains(seat))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** The secret words in an answer; fails at once, with the answer, when one is not for who asked. */
    private static Set<String> words(Seat seat, String asked, String answer) {
        String text = answer.toLowerCase(Locale.ROOT);
        Set<String> found =
                Furnishings.SECRETS.keySet().stream().filter(text::contains).collect(Collectors.toSet());
        assertThat(found)
                .as("%s asks %s and reads %s", seat, asked, answer)
                .allSatisfy(word -> assertThat(Furnishings.SECRETS.get(word)).contains(seat));
        return found;
    }

    private static String answer(Caller person, Question question) {
        return person.post(question.document(), Map.of()).body();
    }
}

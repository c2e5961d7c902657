package dev.drumbeat.demo.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.demo.PublicSchema;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people ask in the weeks that the demo lives through is what the gateway's schema offers. */
class LifeDocumentsTest {
    @ParameterizedTest
    @MethodSource("documents")
    void every_document_is_valid_in_the_public_schema(String document) throws IOException {
        assertThat(new Validator()
                        .validateDocument(PublicSchema.read(), new Parser().parseDocument(document), Locale.ENGLISH))
                .isEmpty();
    }

    static Stream<String> documents() {
        Stream<String> written = Stream.of(Responsibilities.class, Answers.class, Meeting.class, Deal.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                .map(LifeDocumentsTest::text)
                .filter(text -> text.startsWith("query") || text.startsWith("mutation"));
        Stream<String> actions = Stream.of(
                        "proposeOwner",
                        "acceptOwner",
                        "recordContainment",
                        "recordRootCause",
                        "planSteps",
                        "completeStep",
                        "acceptClosure")
                .map(mutation -> Change.document(mutation, "action { state }"));
        Stream<String> meetings = Stream.of(
                        "startMeeting",
                        "attendMeeting",
                        "closeAgendaItem",
                        "addDecision",
                        "addCommitment",
                        "endMeeting")
                .map(mutation -> Change.document(mutation, "meeting { state }"));
        Stream<String> agreements = Stream.of("saveAgreementDraft", "proposeAgreement", "signAgreement")
                .map(mutation -> Change.document(mutation, "agreement { id }"));
        Stream<String> statements = Stream.of("signStatement", "settleStatement", "disputeLine")
                .map(mutation -> Change.document(mutation, "statement { id }"));
        Stream<String> others = Stream.of(
                Change.document("createMeetingSeries", "series { slug }"),
                Change.document("disclose", "disclosure { id }"),
                Change.document("replyToEvidence", "evidence { id }"),
                Change.document("completeCommitment", "commitment { id }"));
        return Stream.of(written, actions, meetings, agreements, statements, others)
                .flatMap(each -> each);
    }

    private static String text(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}

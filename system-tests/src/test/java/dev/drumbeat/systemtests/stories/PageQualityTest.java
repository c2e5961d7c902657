package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page: accessible in light and dark, usable on a phone; and the scorecard is one sheet of paper. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class PageQualityTest {
    private static final float A4_LONG = PDRectangle.A4.getHeight();
    private static final float A4_SHORT = PDRectangle.A4.getWidth();

    private final TestHouse house;
    private final World world;
    private final Browsers browsers;

    PageQualityTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.world = world;
        this.browsers = browsers;
    }

    /** The pages of an action need one; opened once, for whichever test comes first. */
    @BeforeEach
    void anActionIsOpen() {
        Setup ops = new Setup(world.alder().signIn(house.api(), Seat.PARTNER_OPS));
        if (ops.actionCount(world.alder().slug()) == 0) {
            ops.openAction(world.alder().slug(), "Seals swell", "3 of 40 since October");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void every_page_is_accessible(Screen screen) {
        try (Visitor visitor = browsers.visitor(house.house().address(), screen)) {
            visitor.opens("/");
            assertThat(visitor.page().getByLabel("Password")).isVisible();
            assertThat(Axe.violations(visitor.page())).as("sign-in").isEmpty();
            visitor.signsIn(world.alder(), Seat.OWNER_OPS);
            for (String path : pages(world.alder())) {
                visitor.opens(path);
                settled(visitor.page());
                assertThat(Axe.violations(visitor.page())).as(path).isEmpty();
            }
        }
    }

    @Test
    void no_page_scrolls_sideways_on_a_phone() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.PHONE)) {
            visitor.opens("/").signsIn(world.alder(), Seat.OWNER_OPS);
            for (String path : pages(world.alder())) {
                visitor.opens(path);
                settled(visitor.page());
                assertThat((Boolean) visitor.page()
                                .evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s fits the phone's width", path)
                        .isTrue();
            }
        }
    }

    @Test
    void the_scorecard_fits_a_desk_without_scrolling() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/alder").signsIn(world.alder(), Seat.OWNER_LEADER);
            settled(visitor.page());
            assertThat((Boolean) visitor.page()
                            .evaluate("document.documentElement.scrollHeight <= document.documentElement.clientHeight"))
                    .as("the whole page is on the screen")
                    .isTrue();
        }
    }

    @Test
    void an_action_is_printed_as_an_8d_report_on_upright_a4() throws IOException {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/alder/actions/1").signsIn(world.alder(), Seat.OWNER_LEADER);
            settled(visitor.page());
            byte[] pdf = visitor.page()
                    .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDRectangle sheet = document.getPage(0).getMediaBox();
                assertThat(sheet.getWidth()).isCloseTo(A4_SHORT, Offset.offset(2f));
                assertThat(sheet.getHeight()).isCloseTo(A4_LONG, Offset.offset(2f));
                assertThat(new PDFTextStripper().getText(document))
                        .contains("8D report")
                        .contains("Seals swell")
                        .contains("3 of 40 since October")
                        .doesNotContain("What good looks like");
            }
        }
    }

    @Test
    void the_scorecard_is_printed_on_one_a4_landscape_sheet() throws IOException {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/alder").signsIn(world.alder(), Seat.OWNER_LEADER);
            settled(visitor.page());
            byte[] pdf = visitor.page()
                    .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                PDRectangle sheet = document.getPage(0).getMediaBox();
                assertThat(sheet.getWidth()).isCloseTo(A4_LONG, Offset.offset(2f));
                assertThat(sheet.getHeight()).isCloseTo(A4_SHORT, Offset.offset(2f));
                assertThat(new PDFTextStripper().getText(document))
                        .contains(world.alder().displayName())
                        .contains("Alder on-time delivery")
                        .contains("Alder training hours");
            }
        }
    }

    private static List<String> pages(Partnership partnership) {
        String scorecard = "/p/" + partnership.slug();
        String kpi = scorecard + "/kpis/" + Partnership.GOAL;
        return List.of(
                "/",
                scorecard,
                kpi,
                kpi + "?show=targets",
                kpi + "?show=reds",
                kpi + "?show=notes",
                kpi + "?show=definition",
                scorecard + "/figures",
                scorecard + "/import",
                scorecard + "/actions",
                scorecard + "/actions?show=over",
                scorecard + "/actions/1",
                scorecard + "/raci",
                scorecard + "/trail",
                "/my/actions",
                "/my/account",
                "/p/there-is-no-such-page");
    }

    /** Everything is read and drawn: nothing says that it is loading any more. */
    private static void settled(Page page) {
        assertThat(page.locator("main h1").first()).isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }
}

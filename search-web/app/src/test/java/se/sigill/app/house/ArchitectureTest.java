package se.sigill.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls that the compiler cannot see. Modules are kept apart by their class paths. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Tests of other modules come as jars, which the option above does not know as tests.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("se.sigill");

    @Test
    void pointsFromTheOuterToTheInnerModule() {
        noClasses()
                .that()
                .resideInAPackage("se.sigill.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "se.sigill.formats..", "se.sigill.ingest..", "se.sigill.search..", "se.sigill.app..")
                .because("archive-core is used by the others and uses none of them")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("se.sigill.formats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.sigill.ingest..", "se.sigill.search..", "se.sigill.app..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("se.sigill.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.sigill.search..", "se.sigill.app..")
                .check(HOUSE);
    }

    @Test
    void hasNoCircleBetweenPackages() {
        slices().matching("se.sigill.(**)")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void keepsEachTechnologyInItsRoom() {
        only("org.apache.lucene..", "se.sigill.search.lucene..");
        only("org.bouncycastle..", "se.sigill.core.seal.bouncy..", "se.sigill.app.people.bouncy..");
        only("jakarta.persistence..", "se.sigill.core.catalogue.jpa..");
        only("org.flywaydb..", "se.sigill.core.catalogue.jpa..");
        only("io.ocfl..", "se.sigill.core.store.ocfl..");
        only("org.apache.tika..", "se.sigill.engines..");
        only("picocli..", "se.sigill.app.cli..");
    }

    @Test
    void letsOnlyDisposalErase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "se.sigill.core.disposal..",
                        "se.sigill.core.store..",
                        "se.sigill.core.log..",
                        "se.sigill.core.seal..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "erases an object or an act",
                        call -> call.getName().equals("erase")
                                && call.getTargetOwner()
                                        .getPackageName()
                                        .matches("se\\.sigill\\.core\\.(store|log|seal)")))
                .because("only lawful disposal takes anything away")
                .check(HOUSE);
    }

    @Test
    void keepsAccessAndTheLawOfRequestsPure() {
        noClasses()
                .that()
                .resideInAnyPackage("se.sigill.core.access", "se.sigill.core.request")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Path")
                .because("the same facts give the same answer: no clock, no files")
                .check(HOUSE);
    }

    @Test
    void readsTheEnvironmentOnlyWhereItIsConfigured() {
        noClasses()
                .that()
                .resideOutsideOfPackages("se.sigill.core.config..", "se.sigill.app..", "se.sigill.engines..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .check(HOUSE);
    }

    @Test
    void namesFindingsAlike() {
        classes()
                .that()
                .implement("se.sigill.core.finding.FindingCode")
                .should()
                .haveSimpleNameEndingWith("Finding")
                .check(HOUSE);
    }

    private static void only(String technology, String... rooms) {
        noClasses()
                .that(DescribedPredicate.describe(
                        "lie outside of " + String.join(" and ", rooms),
                        (JavaClass c) -> c.getPackageName().startsWith("se.sigill")
                                && Stream.of(rooms)
                                        .noneMatch(room -> c.getPackageName().startsWith(room.replace("..", "")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .check(HOUSE);
    }
}

package se.sigill.app.demo;

/** Whether a paper came in, went out or was made for use inside, in the words clerks write in their tables. */
enum Direction {
    IN("inkommen", "in"),
    OUT("utgående", "out"),
    INTERNAL("upprättad", "internal");

    private final String swedish;
    private final String english;

    Direction(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    String swedish() {
        return swedish;
    }

    String english() {
        return english;
    }
}

package se.sigill.staff.page;

/** Something that is to be known, and where to go. @param urgency what it is like; the word stands there too */
public record Lead(DeskPage.Urgency urgency, String text, String link, String linkText) {}

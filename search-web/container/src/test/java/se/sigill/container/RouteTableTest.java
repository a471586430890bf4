package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    @Test
    void everyRouteHasARow() {
        Set<String> there =
                StaffRoute.all().stream().map(StaffRoute::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows =
                RouteTable.rows().stream().map(RouteTable.Row::route).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(there, rows, "a route without a row here may tell anything");
    }
}

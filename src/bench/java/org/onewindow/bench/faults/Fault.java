package org.onewindow.bench.faults;

import java.util.List;
import java.util.Random;

/** Something that goes wrong at a random moment, and what whoever runs the place does about it. */
enum Fault {
    NODE_KILLED("a node is killed (kill -9), started again") {
        @Override
        void strike(List<Node> nodes, Server server, Random random) throws Exception {
            nodes.get(random.nextInt(nodes.size())).kill();
        }

        @Override
        void repair(List<Node> nodes, Server server) throws Exception {
            for (var node : nodes) {
                node.startIfGone();
            }
        }
    },
    DATABASE_KILLED("PostgreSQL is killed (kill -9 of all its processes), started again") {
        @Override
        void strike(List<Node> nodes, Server server, Random random) throws Exception {
            server.kill();
            server.start();
        }
    },
    CONNECTIONS_CUT("all connections to the database are cut") {
        @Override
        void strike(List<Node> nodes, Server server, Random random) {
            server.cutConnections();
        }
    };

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    abstract void strike(List<Node> nodes, Server server, Random random) throws Exception;

    void repair(List<Node> nodes, Server server) throws Exception {
        // it comes back by itself
    }
}

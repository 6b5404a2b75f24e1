package org.onewindow.factory;

/** A rectangle of a diagram; {@code y} grows downwards. */
record Bounds(int x, int y, int width, int height) {

    static Bounds around(int cx, int cy, int width, int height) {
        return new Bounds(cx - width / 2, cy - height / 2, width, height);
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    int cx() {
        return x + width / 2;
    }

    int cy() {
        return y + height / 2;
    }
}

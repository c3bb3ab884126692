/* Included before the core, which then has a point before each access to a shared word. */
void test_point(void);
#define FANION_POINT() test_point()

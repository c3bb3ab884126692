/* Included before a host's sleep, which then has a gap for an interrupt. */
void test_gap(void);
#define HOST_GAP() test_gap()

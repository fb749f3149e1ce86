"""Operations, contracts, lots, awards, subcontracts."""

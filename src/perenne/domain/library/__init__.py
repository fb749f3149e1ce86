"""What the committee says in public: pages, questions and answers, news, each dated and revised."""
